import { lock, type EntityManager } from '@tiwizi/persistence';
import { assertMayPayCash, refusalDays, type CashRecord } from '../domain/cash-policy.js';

const cashRecord = `
  select
    count(*) filter (where o.payment_method = 'cash-on-delivery'
      and o.status in ('placed', 'confirmed', 'in_progress'))::int as "openOrders",
    count(*) filter (where exists (
      select from orders.sub_order part
      where part.order_id = o.id and part.refused_at > now() - make_interval(days => $2)))::int as refusals,
    coalesce(bool_or(o.status in ('delivered', 'completed')), false) as "isKnown"
  from orders."order" o where o.phone = $1`;

/** One order after the other for each phone: two at once cannot both be the last one allowed. */
export async function assertPhoneMayPayCash(
  tx: EntityManager,
  { phone, totalAmount, currency }: { phone: string; totalAmount: number; currency: string },
): Promise<void> {
  await lock(tx, `orders/cash/${phone}`);
  const [record]: CashRecord[] = await tx.query(cashRecord, [phone, refusalDays]);
  if (record) assertMayPayCash(record, totalAmount, currency);
}

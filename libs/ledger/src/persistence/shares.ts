import type { ShareTerms } from '@tiwizi/contracts';
import type { EntityManager } from '@tiwizi/persistence';
import type { Delivery, Share } from '../domain/postings.js';

const byId = <T extends { subOrderId: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => (a.subOrderId < b.subOrderId ? -1 : 1));

/** Money for these sub-orders has come in. Answers those that were delivered before it did. */
export async function fund(
  tx: EntityManager,
  { orderId, method, shares }: { orderId: string; method: 'card' | 'bank-transfer'; shares: readonly Share[] },
): Promise<Delivery[]> {
  const rows = byId(shares).map(({ subOrderId, subOrderNumber, cooperativeId, total }) => ({
    sub_order_id: subOrderId,
    sub_order_number: subOrderNumber,
    order_id: orderId,
    cooperative_id: cooperativeId,
    currency: total.currency,
    total_amount: total.amount,
    method,
  }));
  return tx.query(
    `with funded as (
       insert into ledger.share
         (sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, method, is_funded)
       select sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, method, true
       from jsonb_populate_recordset(null::ledger.share, $1::jsonb)
       on conflict (sub_order_id) do update set is_funded = true, method = excluded.method
       returning *
     )
     select order_id as "orderId", sub_order_id as "subOrderId", sub_order_number as "subOrderNumber",
       cooperative_id as "cooperativeId", method, courier_id as "courierId", goods_amount::float8 as "goodsAmount",
       shipping_amount::float8 as "shippingAmount", commission_amount::float8 as "commissionAmount",
       vat_amount::float8 as "vatAmount", due_amount::float8 as "dueAmount", commission_bps as "commissionBps",
       vat_bps as "vatBps", currency, delivered_at as "deliveredAt", null as "cashCollectedAmount"
     from funded where delivered_at is not null`,
    [JSON.stringify(rows)],
  );
}

/** The goods arrived: the terms are final and the return window begins. Answers whether its money is here. */
export async function markDelivered(tx: EntityManager, delivery: Delivery, returnWindowDays: number): Promise<boolean> {
  const isCash = delivery.method === 'cash-on-delivery';
  const [row]: { is_funded: boolean }[] = await tx.query(
    `insert into ledger.share as share
       (sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, goods_amount, shipping_amount,
        commission_amount, vat_amount, due_amount, commission_bps, vat_bps, method, courier_id, delivered_at, release_at,
        is_funded)
     values ($1, $2, $3, $4, $5, $6::bigint + $7::bigint, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
       $15::timestamptz + make_interval(days => $16), $17)
     on conflict (sub_order_id) do update set
       goods_amount = excluded.goods_amount, shipping_amount = excluded.shipping_amount,
       commission_amount = excluded.commission_amount, vat_amount = excluded.vat_amount,
       due_amount = excluded.due_amount, commission_bps = excluded.commission_bps, vat_bps = excluded.vat_bps,
       method = excluded.method, courier_id = excluded.courier_id,
       delivered_at = coalesce(share.delivered_at, excluded.delivered_at),
       release_at = coalesce(share.release_at, excluded.release_at),
       is_funded = share.is_funded or excluded.is_funded
     returning is_funded`,
    [
      delivery.subOrderId,
      delivery.subOrderNumber,
      delivery.orderId,
      delivery.cooperativeId,
      delivery.currency,
      delivery.goodsAmount,
      delivery.shippingAmount,
      delivery.commissionAmount,
      delivery.vatAmount,
      delivery.dueAmount,
      delivery.commissionBps,
      delivery.vatBps,
      delivery.method,
      delivery.courierId,
      delivery.deliveredAt,
      returnWindowDays,
      isCash,
    ],
  );
  return row?.is_funded ?? false;
}

export interface AgreedShare extends Omit<Share, 'total'> {
  total: Share['total'];
  terms: ShareTerms;
}

export interface AgreedOrder {
  orderId: string;
  method: Delivery['method'];
  shares: readonly AgreedShare[];
}

/** What the orders' messages say of each cooperative's part; money and delivery may have come before them. */
export async function agree(tx: EntityManager, orders: readonly AgreedOrder[]): Promise<void> {
  const agreed = orders.flatMap(({ orderId, method, shares }) =>
    shares.map((share) => ({ ...share, orderId, method })),
  );
  const rows = byId(agreed).map(({ orderId, method, subOrderId, subOrderNumber, cooperativeId, total, terms }) => ({
    sub_order_id: subOrderId,
    sub_order_number: subOrderNumber,
    order_id: orderId,
    cooperative_id: cooperativeId,
    currency: total.currency,
    total_amount: total.amount,
    goods_amount: terms.goodsAmount,
    shipping_amount: terms.shippingAmount,
    commission_amount: terms.commissionAmount,
    vat_amount: terms.vatAmount,
    due_amount: terms.dueAmount,
    commission_bps: terms.commissionBps,
    vat_bps: terms.vatBps,
    method,
  }));
  await tx.query(
    `insert into ledger.share as share
       (sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, goods_amount, shipping_amount,
        commission_amount, vat_amount, due_amount, commission_bps, vat_bps, method)
     select sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, goods_amount,
       shipping_amount, commission_amount, vat_amount, due_amount, commission_bps, vat_bps, method
     from jsonb_populate_recordset(null::ledger.share, $1::jsonb)
     on conflict (sub_order_id) do update set
       goods_amount = excluded.goods_amount, shipping_amount = excluded.shipping_amount,
       commission_amount = excluded.commission_amount, vat_amount = excluded.vat_amount,
       due_amount = excluded.due_amount, commission_bps = excluded.commission_bps, vat_bps = excluded.vat_bps,
       method = excluded.method
     where share.delivered_at is null`,
    [JSON.stringify(rows)],
  );
}

/** Nothing of this sub-order will be delivered. It may be told before the order's own message. */
export async function end(
  tx: EntityManager,
  share: Share & { orderId: string; method: Delivery['method'] },
): Promise<void> {
  await tx.query(
    `insert into ledger.share as share
       (sub_order_id, sub_order_number, order_id, cooperative_id, currency, total_amount, method, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict (sub_order_id) do update set ended_at = coalesce(share.ended_at, now())`,
    [
      share.subOrderId,
      share.subOrderNumber,
      share.orderId,
      share.cooperativeId,
      share.total.currency,
      share.total.amount,
      share.method,
    ],
  );
}

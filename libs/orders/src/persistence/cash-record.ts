import { refusalDays } from '../domain/cash-policy.js';
import { violates } from './violations.js';

/** How the phone of SQL expression `phone` has dealt with cash parcels until now, as JSON (`CashRecord`). */
export const cashRecordOf = (phone: string): string => `(
  select json_build_object(
    'openOrders', count(*) filter (where o.cash_place is not null),
    'refusals', count(*) filter (where exists (
      select from orders.sub_order part
      where part.order_id = o.id and part.refused_at > now() - interval '${refusalDays} days')),
    'isKnown', coalesce(bool_or(o.status in ('delivered', 'completed')), false))
  from orders."order" o where o.phone = ${phone})`;

/**
 * The first place for an open cash order that the phone has left, else the last one. Of two orders at once that both
 * see it free, the constraint lets one in: the other one is tried again and sees the first.
 */
export const freeCashPlace = (phone: string): string => `(
  case when exists (select from orders."order" o where o.phone = ${phone} and o.cash_place = 1) then 2 else 1 end)`;

export const isCashPlaceTaken = (error: unknown): boolean => violates(error, 'cash_place_taken');

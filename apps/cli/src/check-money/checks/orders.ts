import { ended, served, underWay, type Check } from '../check.js';

/** What was sold: sums, shares, and that every order stands where its history leads. */
export const orderChecks: Check[] = [
  {
    id: 'I06',
    rule: 'the lines of a sub-order are its goods',
    sql: `
      select 'sub-order ' || part.number as subject, part.goods_amount::text as expected,
        coalesce(sum(line.total_amount), 0)::text as found
      from orders.sub_order part left join orders.order_line line on line.sub_order_id = part.id
      group by part.id having part.goods_amount <> coalesce(sum(line.total_amount), 0)
        or bool_or(line.total_amount <> line.price_amount * line.quantity)`,
  },
  {
    id: 'I06',
    rule: 'the sub-orders of an order are its total',
    sql: `
      with summed as (
        select order_id, sum(total_amount) as total from orders.sub_order group by order_id
      )
      select 'order ' || number as subject, total_amount || ' (goods ' || goods_amount || ')' as expected,
        coalesce(summed.total, 0)::text as found
      from orders."order" o left join summed on summed.order_id = o.id
      where total_amount <> coalesce(summed.total, 0) or total_amount <> goods_amount + shipping_amount`,
  },
  {
    id: 'I06',
    rule: 'the payer is asked for the total of the order, and of the checkout it was made from',
    sql: `
      select 'order ' || number as subject, o.total_amount || ' ' || o.currency as expected,
        'payment ' || coalesce(payment.amount::text, 'none') || ', checkout '
          || coalesce(checkout.total_amount::text, 'none') as found
      from orders."order" o
      left join payments.payment on payment.order_id = o.id
      left join checkout.checkout on checkout.id = o.checkout_id
      where payment.amount is distinct from o.total_amount or payment.currency <> o.currency
        or checkout.total_amount <> o.total_amount`,
  },
  {
    id: 'I10',
    rule: 'seller, commission, VAT and shipping are the total of the sub-order, at the rates frozen on it',
    sql: `
      select 'sub-order ' || number as subject, total_amount::text as expected,
        due_amount || ' + ' || commission_amount || ' + ' || vat_amount || ' + ' || shipping_amount as found
      from orders.sub_order
      where due_amount + commission_amount + vat_amount + shipping_amount <> total_amount
        or commission_amount <> (goods_amount * commission_bps + 5000) / 10000
        or vat_amount <> (commission_amount * vat_bps + 5000) / 10000`,
  },
  {
    id: 'I18',
    rule: 'every captured payment has a confirmed order, or goes back',
    sql: `
      select 'order ' || payment.order_number as subject, 'confirmed, or its money refunded' as expected,
        coalesce(o.status, 'no order') || ', payment ' || payment.status as found
      from payments.payment left join orders."order" o on o.id = payment.order_id
      where payment.status in ('captured', 'partially_refunded', 'disputed', 'dispute_won')
        and (o.confirmed_at is null or o.status not in ${served})
        and payment.refunded_amount + payment.refunding_amount < payment.captured_amount
        and payment.order_id not in ${underWay}`,
  },
  {
    id: 'I19',
    rule: 'every confirmed order is paid by card or transfer, or its phone was proven',
    sql: `
      select 'order ' || o.number as subject, 'paid or proven' as expected,
        o.payment_method || ', payment ' || coalesce(payment.status, 'none') as found
      from orders."order" o
      left join lateral (
        select status from payments.payment where order_id = o.id and status not in ${ended}
        order by created_at desc limit 1) as payment on true
      where o.status in ${served} and o.id not in ${underWay} and case o.payment_method
        when 'cash-on-delivery' then not exists (
          select from orders.status_change
          where order_id = o.id and sub_order_id is null and status = 'confirmed' and cause = 'phone-code')
        when 'card' then payment.status is null or payment.status in ('created', 'requires_action', 'processing')
        else payment.status is null or payment.status = 'created' end`,
  },
  {
    id: 'I21',
    rule: 'an order and its parcels stand where their history ends',
    sql: `
      with last as (
        select distinct on (order_id, sub_order_id) order_id, sub_order_id, status
        from orders.status_change order by order_id, sub_order_id, id desc
      )
      select 'order ' || number as subject, coalesce(last.status, 'a history') as expected, o.status as found
      from orders."order" o left join last on last.order_id = o.id and last.sub_order_id is null
      where last.status is distinct from o.status
      union all
      select 'sub-order ' || number, coalesce(last.status, 'a history'), part.status
      from orders.sub_order part left join last on last.sub_order_id = part.id
      where last.status is distinct from part.status`,
  },
  {
    id: 'I21',
    rule: 'every step of a history begins where the one before it ended',
    sql: `
      with step as (
        select order_id, sub_order_id, previous, status,
          lag(status) over (partition by order_id, sub_order_id order by id) as before
        from orders.status_change
      )
      select 'order ' || number || coalesce(', part ' || sub_order_id, '') as subject,
        'from ' || coalesce(before, 'nothing') as expected, 'from ' || coalesce(previous, 'nothing') as found
      from step join orders."order" o on o.id = order_id
      where (before is not null and previous is distinct from before)
        or (before is null and coalesce(previous, 'draft') <> 'draft')`,
  },
  {
    id: 'I22',
    rule: 'every change of an order has a journal row with actor',
    sql: `
      with gesture as (select order_id, count(distinct at) as changes from orders.status_change group by order_id)
      select 'order ' || number as subject, gesture.changes || ' rows at least' as expected,
        count(audit)::text as found
      from gesture
      join orders."order" o on o.id = gesture.order_id
      left join platform.audit on audit.subject = 'order:' || o.number and audit.action like 'orders.%'
        and audit.actor <> ''
      group by o.id, gesture.changes having count(audit) < gesture.changes`,
  },
];

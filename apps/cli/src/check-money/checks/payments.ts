import { ended, givenUp, underWay, type Check } from '../check.js';

/** Money in and back, as the payments say and as the book says. */
export const paymentChecks: Check[] = [
  {
    id: 'I05',
    rule: 'what came in and went back of an order is what the book says',
    sql: `
      with book as (
        select order_id, sum(amount) filter (where account ~ '^(psp|bank|courier):') as received,
          -coalesce(sum(amount) filter (where account = 'refund_payable'), 0) as refundable
        from ledger.entry join ledger.line on entry_id = entry.id
        where kind in ('P1', 'P7', 'P9', 'P10', 'P11', 'P15') group by order_id
      ), paid as (
        select order_id, string_agg(distinct method, ', ') as method,
          sum(captured_amount - refunded_amount) as received, sum(refunding_amount) as refundable,
          bool_or(method = 'cash-on-delivery' and status = 'created') as is_collecting
        from payments.payment group by order_id
      )
      select 'order ' || order_id as subject,
        coalesce(paid.received, 0) || ' in, ' || coalesce(paid.refundable, 0) || ' to give back' as expected,
        coalesce(book.received, 0) || ' in, ' || coalesce(book.refundable, 0) || ' to give back' as found
      from book full join paid using (order_id)
      where (coalesce(book.received, 0) <> coalesce(paid.received, 0)
          or coalesce(book.refundable, 0) <> coalesce(paid.refundable, 0))
        and not coalesce(paid.is_collecting, false)
        and order_id not in ${underWay}`,
  },
  {
    id: 'I05',
    rule: 'every captured payment is in the book with its amount, and nothing else is',
    sql: `
      with posted as (
        select split_part(business_key, ':', 2)::uuid as payment_id, sum(amount) as amount
        from ledger.entry join ledger.line on entry_id = entry.id
        where kind in ('P1', 'P9', 'P10') and amount > 0 group by business_key
      )
      select 'payment ' || payment_id as subject, coalesce(captured_amount, 0)::text as expected,
        coalesce(posted.amount, 0)::text as found
      from posted
      full join (
        select id as payment_id, captured_amount from payments.payment
        where captured_amount > 0 and method <> 'cash-on-delivery') as payment using (payment_id)
      where coalesce(posted.amount, 0) <> coalesce(captured_amount, 0)`,
  },
  {
    id: 'I07',
    rule: 'refunds, pending ones included, are never more than was captured, and are what the payment says',
    sql: `
      with given as (
        select payment_id,
          coalesce(sum(amount) filter (where status = 'succeeded'), 0) as refunded,
          coalesce(sum(amount) filter (where status in ('approved', 'submitted', 'pending', 'failed', 'offline')), 0)
            as refunding
        from payments.refund group by payment_id
      )
      select 'payment ' || payment.id as subject,
        refunded_amount || ' refunded, ' || refunding_amount || ' pending, at most ' || captured_amount as expected,
        coalesce(given.refunded, 0) || ' refunded, ' || coalesce(given.refunding, 0) || ' pending' as found
      from payments.payment left join given on given.payment_id = payment.id
      where coalesce(given.refunded, 0) <> refunded_amount or coalesce(given.refunding, 0) <> refunding_amount
        or refunded_amount + refunding_amount > captured_amount`,
  },
  {
    id: 'I08',
    rule: 'no sub-order is refunded beyond what was taken for it',
    sql: `
      select 'sub-order ' || sub_order_id as subject, coalesce(max(share.amount), 0)::text as expected,
        sum(refund.amount)::text as found
      from payments.refund left join payments.captured_share share using (payment_id, sub_order_id)
      where sub_order_id is not null and refund.status not in ('rejected', 'canceled')
      group by sub_order_id having sum(refund.amount) > coalesce(max(share.amount), 0)`,
  },
  {
    id: 'I08',
    rule: 'what was taken for a parcel that nobody will receive is given back',
    sql: `
      select 'sub-order ' || share.sub_order_number as subject, share.amount || ' refunded' as expected,
        coalesce(refund.status, 'nothing') as found
      from payments.captured_share share
      join payments.payment on payment.id = share.payment_id and payment.captured_amount > 0
      join orders.sub_order part on part.id = share.sub_order_id and part.status in ${givenUp}
        and part.delivered_at is null
      left join payments.refund using (payment_id, sub_order_id)
      where refund.id is null and payment.order_id not in ${underWay}`,
  },
  {
    id: 'I06',
    rule: 'a capture is the sum of the sub-orders it was taken for',
    sql: `
      select 'payment ' || payment.id as subject, payment.captured_amount::text as expected,
        sum(share.amount)::text as found
      from payments.captured_share share
      join payments.payment on payment.id = share.payment_id
      left join orders.sub_order part on part.id = share.sub_order_id
      where payment.captured_amount > 0
      group by payment.id
      having sum(share.amount) <> payment.captured_amount or bool_or(share.amount is distinct from part.total_amount)`,
  },
  {
    id: 'I21',
    rule: 'payments and refunds stand where their history ends, and moved along the arrows only',
    sql: `
      with object as (
        select id, method as machine, status, 'payment of ' || order_number as name from payments.payment
        union all
        select id, 'refund', status, 'refund ' || id from payments.refund
      ), step as (
        select object_id, previous, status,
          lag(status) over (partition by object_id order by id) as before,
          row_number() over (partition by object_id order by id desc) as from_end
        from payments.status_change
      )
      select name as subject, coalesce(step.status, 'a history') as expected, object.status as found
      from object left join step on step.object_id = object.id and from_end = 1
      where step.status is distinct from object.status
      union all
      select name, 'an arrow from ' || coalesce(before, 'nothing'), coalesce(previous, 'nothing') || ' → ' || step.status
      from step join object on object.id = step.object_id
      where previous is distinct from before or (previous is not null and not exists (
        select from payments.arrow
        where arrow.object = machine and arrow.previous = step.previous and arrow.status = step.status))`,
  },
  {
    id: 'I22',
    rule: 'every change of a payment has a journal row with actor and cause',
    sql: `
      select 'payment of ' || order_number as subject, change.previous || ' → ' || change.status as expected,
        'no journal row' as found
      from payments.status_change change join payments.payment on payment.id = change.object_id
      where change.previous is not null and not exists (
        select from platform.audit
        where subject = 'order:' || order_number and audit.at = change.at and cause <> ''
          and action = 'payments.payment-' || replace(change.status, '_', '-'))`,
  },
  {
    id: 'I23',
    rule: 'an order is charged once',
    sql: `
      select 'order ' || order_number as subject, '1 payment' as expected, count(*)::text as found
      from payments.payment where captured_amount > refunded_amount + refunding_amount
      group by order_number having count(*) > 1`,
  },
  {
    id: 'I23',
    rule: 'nothing asked of the provider waits without anybody who asks',
    sql: `
      select 'payment of ' || order_number as subject, 'settled within 15 minutes' as expected,
        status || coalesce(', to ' || goal, '') || ', read at ' || checked_at as found
      from payments.payment
      where method = 'card' and status not in ${ended} and (status = 'unknown' or goal is not null)
        and checked_at < now() - interval '15 minutes'`,
  },
];

import { givenUp, received, underWay, type Check } from '../check.js';

/** Each sub-order's money, from escrow to its cooperative. */
export const shareChecks: Check[] = [
  {
    id: 'I09',
    rule: 'the escrow of a sub-order is its total or nothing, and nothing once it is delivered or given up',
    sql: `
      select 'sub-order ' || part.number as subject,
        case when part.status in ${received} or part.status in ${givenUp} then '0' else '0 or ' || part.total_amount end
          as expected,
        (-balance.amount)::text as found
      from orders.sub_order part
      join ledger.balance on balance.account = 'escrow:' || part.id
      where balance.amount not in (0, -part.total_amount)
        or (balance.amount <> 0 and (part.status in ${received} or part.status in ${givenUp})
          and part.order_id not in ${underWay})`,
  },
  {
    id: 'I10',
    rule: 'what a delivered sub-order brought its cooperative is what was frozen when it was sold',
    sql: `
      with earned as (
        select sub_order_id,
          -sum(amount) filter (where account like 'seller_pending:%') as due,
          -sum(amount) filter (where account = 'commission_income') as commission,
          -sum(amount) filter (where account = 'vat_commission') as vat,
          -sum(amount) filter (where account like 'shipping_payable:%') as shipping
        from ledger.entry join ledger.line on entry_id = entry.id where kind = 'P2' group by sub_order_id
      )
      select 'sub-order ' || coalesce(part.number, earned.sub_order_id::text) as subject,
        concat_ws(' + ', part.due_amount, part.commission_amount, part.vat_amount, part.shipping_amount) as expected,
        concat_ws(' + ', earned.due, earned.commission, earned.vat, earned.shipping) as found
      from earned left join orders.sub_order part on part.id = earned.sub_order_id
      where part.delivered_at is null or coalesce(earned.due, 0) <> part.due_amount
        or coalesce(earned.commission, 0) <> part.commission_amount or coalesce(earned.vat, 0) <> part.vat_amount
        or coalesce(earned.shipping, 0) <> part.shipping_amount`,
  },
  {
    id: 'I09',
    rule: 'every delivered sub-order whose money is here has been credited',
    sql: `
      select 'sub-order ' || part.number as subject, 'P2' as expected, 'no entry' as found
      from orders.sub_order part
      where part.delivered_at is not null and part.due_amount > 0
        and not exists (select from ledger.entry where business_key = 'p2:' || part.id)
        and part.order_id not in ${underWay}`,
  },
  {
    id: 'I11',
    rule: 'no more commission is reversed than was taken',
    sql: `
      select 'sub-order ' || sub_order_id as subject, 'not below 0' as expected, (-sum(amount))::text as found
      from ledger.entry join ledger.line on entry_id = entry.id
      where account in ('commission_income', 'vat_commission') and sub_order_id is not null
      group by sub_order_id, account having sum(amount) > 0`,
  },
  {
    id: 'I12',
    rule: 'what a cooperative has in all its accounts is what it earned',
    sql: `
      with owed as (
        select split_part(account, ':', 2) as cooperative_id, -sum(amount) as amount from ledger.line
        where account ~ '^(seller_(pending|available|held|debt)|payout_in_transit):' group by 1
      ), earned as (
        select cooperative_id::text, sum(due_amount) as amount from orders.sub_order part
        where exists (select from ledger.entry where business_key = 'p2:' || part.id) group by 1
      )
      select 'cooperative ' || cooperative_id as subject, coalesce(earned.amount, 0)::text as expected,
        coalesce(owed.amount, 0)::text as found
      from owed full join earned using (cooperative_id)
      where coalesce(owed.amount, 0) <> coalesce(earned.amount, 0)`,
  },
  {
    id: 'I14',
    rule: 'a share is released after its return window, and paid in cash only after the courier handed it over',
    sql: `
      select 'sub-order ' || share.sub_order_number as subject,
        case when method = 'cash-on-delivery' and remitted_at is null then 'handed over first'
          else 'released after ' || release_at end as expected,
        'released at ' || coalesce(released_at, entry.recorded_at) as found
      from ledger.share left join ledger.entry on business_key = 'p3:' || share.sub_order_id
      where (released_at is not null or entry.id is not null)
        and (release_at is null or entry.id is null or released_at is null or entry.recorded_at < release_at
          or (method = 'cash-on-delivery' and remitted_at is null))`,
  },
  {
    id: 'I25',
    rule: 'the shares the cooperatives read equal the sub-orders they come from',
    sql: `
      select 'sub-order ' || share.sub_order_number as subject,
        concat_ws(' ', part.cooperative_id, part.total_amount, part.due_amount) as expected,
        concat_ws(' ', share.cooperative_id, share.total_amount, share.due_amount) as found
      from ledger.share left join orders.sub_order part on part.id = share.sub_order_id
      where part.id is null or part.cooperative_id <> share.cooperative_id or part.order_id <> share.order_id
        or part.total_amount <> share.total_amount
        or (share.due_amount is not null and (part.goods_amount, part.shipping_amount, part.commission_amount,
          part.vat_amount, part.due_amount) is distinct from (share.goods_amount, share.shipping_amount,
          share.commission_amount, share.vat_amount, share.due_amount))`,
  },
];

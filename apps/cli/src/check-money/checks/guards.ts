import type { Check } from '../check.js';

/** Tables of which nothing may be changed or deleted, with the triggers that see to it. */
const guarded = [
  ['ledger.entry', 'append_only'],
  ['ledger.entry', 'never_emptied'],
  ['ledger.entry', 'balanced'],
  ['ledger.line', 'append_only'],
  ['ledger.line', 'never_emptied'],
  ['ledger.line', 'keep_balances'],
  ['ledger.rate', 'append_only'],
  ['payments.payment', 'changed'],
  ['payments.payment', 'never_deleted'],
  ['payments.refund', 'changed'],
  ['payments.refund', 'never_deleted'],
  ['payments.status_change', 'append_only'],
  ['orders.status_change', 'append_only'],
  ['orders.order', 'never_deleted'],
  ['orders.sub_order', 'never_deleted'],
  ['orders.order_line', 'never_changed'],
  ['catalog.stock_movement', 'append_only'],
  ['platform.audit', 'append_only'],
];

export const guardChecks: Check[] = [
  {
    id: 'I20',
    rule: 'the triggers that keep money and history from being changed or deleted are in force',
    sql: `
      select 'table ' || guard.relation as subject, 'trigger ' || guard.name || ' in force' as expected,
        coalesce('disabled (' || trigger.tgenabled::text || ')', 'absent') as found
      from (values ${guarded.map(([table, trigger]) => `('${table}', '${trigger}')`).join(', ')})
        as guard(relation, name)
      left join pg_trigger trigger on trigger.tgname = guard.name
        and trigger.tgrelid = (split_part(guard.relation, '.', 1) || '.' || quote_ident(split_part(guard.relation, '.', 2)))
          ::regclass
      where trigger.tgenabled is distinct from 'O'`,
  },
  {
    id: 'I20',
    rule: 'no row of an order is missing: order, parcels, lines and payment belong together',
    sql: `
      select 'order ' || number as subject, 'parcels with lines, and a payment' as expected,
        'parcels ' || (select count(*) from orders.sub_order where order_id = o.id)
          || ', without lines ' || (select count(*) from orders.sub_order part where part.order_id = o.id and not exists (
            select from orders.order_line where sub_order_id = part.id))
          || ', payments ' || (select count(*) from payments.payment where order_id = o.id) as found
      from orders."order" o
      where not exists (select from orders.sub_order where order_id = o.id)
        or exists (select from orders.sub_order part where part.order_id = o.id and not exists (
          select from orders.order_line where sub_order_id = part.id))
        or not exists (select from payments.payment where order_id = o.id)`,
  },
  {
    id: 'I20',
    rule: 'no money belongs to an order that does not exist',
    sql: `
      select 'order ' || order_id as subject, 'an order' as expected, 'none, but ' || string_agg(what, ', ') as found
      from (
        select distinct order_id, 'postings' as what from ledger.entry
        union select order_id, 'a payment' from payments.payment
      ) as owned
      where not exists (select from orders."order" o where o.id = owned.order_id)
      group by order_id`,
  },
];

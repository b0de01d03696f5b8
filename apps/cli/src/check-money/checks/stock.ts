import { served, underWay, type Check } from '../check.js';

/** Goods: what is on the shelf, what is promised, and that a unit is sold once. */
export const stockChecks: Check[] = [
  {
    id: 'I16',
    rule: 'what is reserved lies between nothing and what is on hand',
    sql: `
      select 'variant ' || variant_id as subject, '0 to ' || on_hand as expected, reserved::text as found
      from catalog.stock_level where reserved < 0 or reserved > on_hand`,
  },
  {
    id: 'I16',
    rule: 'what is reserved is what live reservations hold',
    sql: `
      select 'variant ' || level.variant_id as subject, coalesce(sum(held.quantity), 0)::text as expected,
        level.reserved::text as found
      from catalog.stock_level level
      left join catalog.reservation held on held.variant_id = level.variant_id and held.status = 'held'
      group by level.variant_id having level.reserved <> coalesce(sum(held.quantity), 0)`,
  },
  {
    id: 'I16',
    rule: 'what is on hand is the sum of its movements',
    sql: `
      select 'variant ' || level.variant_id as subject, coalesce(sum(movement.quantity), 0)::text as expected,
        level.on_hand::text as found
      from catalog.stock_level level left join catalog.stock_movement movement using (variant_id)
      group by level.variant_id having level.on_hand <> coalesce(sum(movement.quantity), 0)`,
  },
  {
    id: 'I17',
    rule: 'goods leave the shelf once for each reservation that was consumed',
    sql: `
      with sold as (
        select order_id, variant_id, -sum(quantity) as quantity from catalog.stock_movement
        where cause = 'sold' group by order_id, variant_id
      ), consumed as (
        select order_id, variant_id, sum(quantity) as quantity from catalog.reservation
        where status = 'consumed' group by order_id, variant_id
      )
      select 'order ' || order_id || ', variant ' || variant_id as subject,
        coalesce(consumed.quantity, 0)::text as expected, coalesce(sold.quantity, 0)::text as found
      from sold full join consumed using (order_id, variant_id)
      where coalesce(sold.quantity, 0) <> coalesce(consumed.quantity, 0)`,
  },
  {
    id: 'I17',
    rule: 'what an order sold is what its lines say; what it only asked for is held while it waits, and free when it ended',
    sql: `
      with wanted as (
        select order_id, variant_id, sum(quantity) as quantity from orders.order_line group by order_id, variant_id
      ), taken as (
        select order_id, variant_id,
          coalesce(sum(quantity) filter (where status = 'consumed'), 0) as consumed,
          coalesce(sum(quantity) filter (where status = 'held'), 0) as held
        from catalog.reservation group by order_id, variant_id
      )
      select 'order ' || coalesce(o.number, order_id::text) || ', variant ' || variant_id as subject,
        case when o.confirmed_at is not null then wanted.quantity || ' sold, 0 held'
          when o.status = 'placed' then wanted.quantity || ' held' else '0 sold, 0 held' end as expected,
        coalesce(consumed, 0) || ' sold, ' || coalesce(held, 0) || ' held' as found
      from wanted full join taken using (order_id, variant_id) left join orders."order" o on o.id = order_id
      where case
        when o.confirmed_at is not null then coalesce(consumed, 0) <> coalesce(wanted.quantity, 0) or held <> 0
        when o.status = 'placed' then coalesce(held, 0) <> coalesce(wanted.quantity, 0) or consumed <> 0
        else coalesce(held, 0) <> 0 or coalesce(consumed, 0) <> 0 end`,
  },
  {
    id: 'I17',
    rule: 'goods of a parcel that was given up are back on the shelf, once, and no others',
    sql: `
      with due as (
        select line.order_id, line.variant_id,
          sum(line.quantity) filter (where part.status in ('rejected', 'auto_rejected', 'canceled', 'returned')) as quantity
        from orders.order_line line
        join orders.sub_order part on part.id = line.sub_order_id
        join orders."order" o on o.id = line.order_id and (o.confirmed_at is not null)
        group by line.order_id, line.variant_id
      ), back as (
        select order_id, variant_id, sum(quantity) as quantity from catalog.stock_movement
        where order_id is not null and cause <> 'sold' group by order_id, variant_id
      )
      select 'order ' || order_id || ', variant ' || variant_id as subject,
        coalesce(due.quantity, 0) || ' back' as expected, coalesce(back.quantity, 0) || ' back' as found
      from due full join back using (order_id, variant_id)
      where coalesce(due.quantity, 0) <> coalesce(back.quantity, 0)`,
  },
  {
    id: 'I19',
    rule: 'no parcel is on its way of an order that is not confirmed',
    sql: `
      select 'sub-order ' || part.number as subject, 'pending or over' as expected, part.status as found
      from orders.sub_order part join orders."order" o on o.id = part.order_id
      where o.status not in ${served}
        and part.status not in ('pending', 'rejected', 'auto_rejected', 'canceled', 'undeliverable', 'returned')
        and o.id not in ${underWay}`,
  },
];

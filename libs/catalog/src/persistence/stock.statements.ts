import { lowStock } from './card.fragment.js';

/**
 * Each command is one statement. It locks the stock levels it needs in ascending id order, sees their newest values,
 * and changes either all of them or none. Every one answers the products whose availability, as buyers see it, may
 * have changed: those with a variant that was or is low. (Far from that, the units of other variants, which another
 * buyer may be taking at this moment, cannot matter.)
 *
 * Lists of ids are read through a `select`: PostgreSQL cannot see their length then, keeps one plan for all lengths, and
 * does not plan again what takes less time to run than to plan.
 */
const mayHaveChanged = (before: string, after: string): string =>
  `least(${before}, ${after}) <= ${lowStock} and ${before} <> ${after}`;

/** $1 order, $2 expires, $3 variant ids, $4 quantities. */
export const reserveStock = `
  with wanted as (
    select line.variant_id, sum(line.quantity)::int as quantity
    from unnest((select $3::uuid[]), (select $4::int[])) as line(variant_id, quantity) group by line.variant_id
  ), level as (
    select s.variant_id, s.on_hand, s.reserved, w.quantity
    from catalog.stock_level s join wanted w on w.variant_id = s.variant_id
    order by s.variant_id for update of s
  ), standing as (
    select w.variant_id, l.variant_id is null or not coalesce(v.is_for_sale, false) as is_gone,
           coalesce(l.on_hand - l.reserved < w.quantity, true) as is_short
    from wanted w
    left join level l on l.variant_id = w.variant_id
    left join catalog.public_variant v on v.id = w.variant_id
  ), known as (
    select exists (
      select from catalog.reservation where order_id = $1 and status in ('held', 'consumed')) as already
  ), go as (
    select not known.already and not exists (select from standing where is_gone or is_short) as ahead from known
  ), held as (
    insert into catalog.reservation (order_id, variant_id, quantity, expires_at)
    select $1::uuid, l.variant_id, l.quantity, $2::timestamptz from level l where (select ahead from go)
    returning variant_id, quantity
  ), taken as (
    update catalog.stock_level s set reserved = s.reserved + h.quantity
    from held h where s.variant_id = h.variant_id
    returning s.variant_id, s.on_hand - s.reserved as left_over, h.quantity
  )
  select (select already from known) as "isKnown",
         array(select variant_id from standing where is_gone order by variant_id) as "goneIds",
         array(select variant_id from standing where is_short order by variant_id) as "shortIds",
         array(select distinct v.product_id from taken t join catalog.variant v on v.id = t.variant_id
               where ${mayHaveChanged('t.left_over + t.quantity', 't.left_over')}) as "productIds"`;

/** $1 order, $2 outcome, $3 variant ids or null for all. The goods were never moved: only the promise ends. */
export const releaseStock = `
  with mine as (
    select variant_id, status from catalog.reservation
    where order_id = $1 order by variant_id, id for update
  ), level as (
    select s.variant_id from catalog.stock_level s
    where s.variant_id in (select variant_id from mine where status = 'held')
      and ($3::uuid[] is null or s.variant_id = any ($3))
    order by s.variant_id for update
  ), settled as (
    update catalog.reservation r set status = $2, settled_at = now()
    from level l where r.order_id = $1 and r.variant_id = l.variant_id and r.status = 'held'
    returning r.variant_id, r.quantity
  ), freed as (
    update catalog.stock_level s set reserved = s.reserved - d.quantity
    from settled d where s.variant_id = d.variant_id
    returning s.variant_id, s.on_hand - s.reserved as left_over, d.quantity
  )
  select array(select distinct v.product_id from freed f join catalog.variant v on v.id = f.variant_id
               where ${mayHaveChanged('f.left_over - f.quantity', 'f.left_over')}) as "productIds"`;

/** $1 order. What was promised leaves the shelf; what buyers may still take stays the same. */
export const consumeStock = `
  with mine as (
    select variant_id, status from catalog.reservation
    where order_id = $1 order by variant_id, id for update
  ), level as (
    select s.variant_id from catalog.stock_level s
    where s.variant_id in (select variant_id from mine where status = 'held')
    order by s.variant_id for update
  ), settled as (
    update catalog.reservation r set status = 'consumed', settled_at = now()
    from level l where r.order_id = $1 and r.variant_id = l.variant_id and r.status = 'held'
    returning r.variant_id, r.quantity
  ), gone as (
    update catalog.stock_level s set on_hand = s.on_hand - d.quantity, reserved = s.reserved - d.quantity
    from settled d where s.variant_id = d.variant_id
    returning s.variant_id, d.quantity
  ), moved as (
    insert into catalog.stock_movement (variant_id, quantity, cause, order_id, actor)
    select variant_id, -quantity, 'sold', $1::uuid, 'system' from gone
  )
  select exists (select from mine where status in ('held', 'consumed')) as "isHeld"`;

/** $1 order, $2 until. A hold only ever grows. */
export const extendReservation = `
  with extended as (
    update catalog.reservation set expires_at = $2
    where order_id = $1 and status = 'held' and expires_at < $2 returning 1
  )
  select count(*)::int as extended from extended`;

/** $1 order, $2 cause, $3 variant ids, $4 quantities. No more comes back than was sold. */
export const restockStock = `
  with line as (
    select l.variant_id, sum(l.quantity)::int as quantity
    from unnest((select $3::uuid[]), (select $4::int[])) as l(variant_id, quantity) group by l.variant_id
  ), level as (
    select s.variant_id, l.quantity from catalog.stock_level s join line l on l.variant_id = s.variant_id
    order by s.variant_id for update of s
  ), moved as (
    insert into catalog.stock_movement (variant_id, quantity, cause, order_id, actor)
    select variant_id, quantity, $2::text, $1::uuid, 'system' from level
    on conflict (order_id, variant_id, cause) where order_id is not null do nothing
    returning variant_id, quantity
  ), back as (
    update catalog.stock_level s set on_hand = s.on_hand + m.quantity
    from moved m where s.variant_id = m.variant_id
    returning s.variant_id, s.on_hand - s.reserved as left_over, m.quantity
  )
  select array(select distinct v.product_id from back b join catalog.variant v on v.id = b.variant_id
               where ${mayHaveChanged('b.left_over - b.quantity', 'b.left_over')}) as "productIds",
         exists (select from moved m where m.quantity > -(
           select coalesce(sum(k.quantity), 0) from catalog.stock_movement k
           where k.order_id = $1 and k.variant_id = m.variant_id)) as "isTooMuch"`;

/** $1 product, $2 variant, $3 counted, $4 actor. */
export const countStock = `
  with level as (
    select s.variant_id, s.on_hand, s.reserved from catalog.stock_level s
    join catalog.variant v on v.id = s.variant_id
    where s.variant_id = $2 and v.product_id = $1 and v.retired_at is null
    for update of s
  ), counted as (
    update catalog.stock_level s set on_hand = $3::int
    from level l where s.variant_id = l.variant_id and l.reserved <= $3 and l.on_hand <> $3
    returning s.variant_id, $3 - l.on_hand as difference, l.on_hand - l.reserved as before, $3 - l.reserved as after
  ), moved as (
    insert into catalog.stock_movement (variant_id, quantity, cause, actor)
    select variant_id, difference, 'counted', $4::text from counted
  )
  select l.reserved, exists (select from counted c where ${mayHaveChanged('c.before', 'c.after')}) as "isAnnounced"
  from level l`;

import type { NamedStatement } from '@tiwizi/persistence';

export const stockedVariants = 2_000;

/** Tables of the measurement's own; whatever an earlier one left is gone. */
export const bareTables = `
  drop schema if exists bench cascade;
  create schema bench;
  create table bench.stock (
    variant_id int primary key, on_hand int not null, reserved int not null check (reserved between 0 and on_hand));
  insert into bench.stock select variant, 1000000000, 0 from generate_series(1, ${stockedVariants}) variant;
  create table bench.purchase (
    id uuid primary key, status text not null, amount bigint not null, phone text not null, address jsonb not null,
    placed_at timestamptz not null default now());
  create table bench.part (
    id bigint generated always as identity primary key, purchase_id uuid not null, seller int not null,
    status text not null, amount bigint not null);
  create index on bench.part (purchase_id);
  create table bench.line (
    part_id bigint not null, variant_id int not null, quantity int not null, title text not null, amount bigint not null,
    primary key (part_id, variant_id));
  create table bench.payment (purchase_id uuid primary key, status text not null, amount bigint not null);
  create table bench.job (
    id bigint generated always as identity primary key, name text not null, data jsonb not null);
  create table bench.cart_line (
    cart_id uuid not null, variant_id int not null, quantity int not null, primary key (cart_id, variant_id))`;

/** One select by an indexed key, as finished JSON text. */
export const oneProduct: NamedStatement = {
  name: 'bare-one',
  text: `select json_build_object('id', id, 'slug', slug)::text from catalog.product where id = $1`,
};

/** Goods of two sellers held, in id order; order, parts, lines, payment and the job that tells of it: all or nothing. */
export const placePurchase: NamedStatement = {
  name: 'bare-place',
  text: `
    with locked as (
      select variant_id from bench.stock
      where variant_id in ($2::int, $3::int) and on_hand - reserved >= 1 order by variant_id for update),
    held as (
      update bench.stock s set reserved = reserved + 1 from locked where s.variant_id = locked.variant_id
      returning s.variant_id),
    placed as (
      insert into bench.purchase (id, status, amount, phone, address)
      select $1::uuid, 'placed', 25000, $4::text, '{"line": "Près de la fontaine", "provinceId": "MA-TIZ"}'
      where exists (select from held)
      returning id),
    parts as (
      insert into bench.part (purchase_id, seller, status, amount)
      select $1, variant_id, 'placed', 12500 from held
      returning id, seller),
    lines as (
      insert into bench.line (part_id, variant_id, quantity, title, amount)
      select id, seller, 1, 'what the buyer saw', 12500 from parts),
    paid as (insert into bench.payment (purchase_id, status, amount) select id, 'open', 25000 from placed)
    insert into bench.job (name, data) select 'order-placed', json_build_object('id', id) from placed`,
};

export const confirmPurchase: NamedStatement = {
  name: 'bare-confirm',
  text: `
    with confirmed as (
      update bench.purchase set status = 'confirmed' where id = $1::uuid and status = 'placed' returning id),
    parts as (
      update bench.part set status = 'pending' from confirmed where purchase_id = confirmed.id),
    paid as (
      update bench.payment set status = 'due' from confirmed where purchase_id = confirmed.id)
    insert into bench.job (name, data) select 'order-confirmed', json_build_object('id', id) from confirmed`,
};

export const addLine: NamedStatement = {
  name: 'bare-line',
  text: `
    insert into bench.cart_line (cart_id, variant_id, quantity) values ($1, $2, 1)
    on conflict (cart_id, variant_id) do update set quantity = least(99, bench.cart_line.quantity + 1)`,
};

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrders1764000090000 implements MigrationInterface {
  readonly name = 'CreateOrders1764000090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema orders');
    await runner.query(tables);
    await runner.query(history);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema orders cascade');
  }
}

const tables = `
  create table orders."order" (
    id uuid primary key,
    number text not null constraint order_number_taken unique check (number ~ '^TZ-[0-9A-HJKMNP-TV-Z]{8}$'),
    -- One order per checkout and per cart, whatever key it was asked with.
    checkout_id uuid not null unique,
    cart_id uuid not null unique,
    account_id uuid,
    status text not null check (status in
      ('draft', 'placed', 'confirmed', 'in_progress', 'delivered', 'completed', 'expired', 'canceled')),
    payment_method text not null check (payment_method in ('cash-on-delivery', 'card', 'bank-transfer')),
    currency char(3) not null,
    goods_amount bigint not null check (goods_amount >= 0),
    shipping_amount bigint not null check (shipping_amount >= 0),
    total_amount bigint not null check (total_amount = goods_amount + shipping_amount and total_amount <= 9007199254740991),
    -- The total without the parcels that will not be delivered.
    due_amount bigint not null check (due_amount between 0 and total_amount),
    contact_name text not null,
    phone text not null check (phone ~ '^\\+[1-9][0-9]{7,14}$'),
    email text,
    locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
    address jsonb not null,
    -- Makes this order's token and codes; worthless without the application's secret.
    secret_salt text not null check (length(secret_salt) >= 16),
    -- An open cash order takes one of its phone's places, and there are two.
    cash_place smallint check (cash_place in (1, 2)),
    code_count smallint not null default 0 check (code_count between 0 and 6),
    code_tries smallint not null default 0 check (code_tries between 0 and 5),
    placed_at timestamptz not null,
    expires_at timestamptz not null,
    confirmed_at timestamptz,
    ended_at timestamptz,
    constraint cash_place_taken unique (phone, cash_place),
    check ((cash_place is not null) =
      (payment_method = 'cash-on-delivery' and status in ('placed', 'confirmed', 'in_progress'))),
    check (confirmed_at is not null or status in ('draft', 'placed', 'expired', 'canceled')),
    check ((ended_at is not null) = (status in ('expired', 'canceled')))
  ) with (fillfactor = 80);
  create index on orders."order" (account_id, placed_at desc, id desc) where account_id is not null;
  create index on orders."order" (expires_at) where status = 'placed';

  create table orders.sub_order (
    id uuid primary key,
    order_id uuid not null references orders."order",
    position smallint not null,
    number text not null unique,
    cooperative_id uuid not null,
    cooperative_slug text not null,
    cooperative_name text not null,
    cooperative_name_locale text not null,
    cooperative_emblem text not null,
    status text not null check (status in
      ('pending', 'accepted', 'preparing', 'ready', 'shipped', 'delivered', 'completed', 'rejected', 'auto_rejected',
       'canceled', 'refused', 'undeliverable', 'returning', 'returned', 'return_requested', 'return_approved',
       'return_rejected')),
    currency char(3) not null,
    goods_amount bigint not null check (goods_amount >= 0),
    shipping_amount bigint not null check (shipping_amount >= 0),
    total_amount bigint not null check (total_amount = goods_amount + shipping_amount),
    commission_bps int not null check (commission_bps between 0 and 10000),
    commission_amount bigint not null check (commission_amount between 0 and goods_amount),
    vat_bps int not null check (vat_bps between 0 and 10000),
    vat_amount bigint not null check (vat_amount >= 0),
    due_amount bigint not null check (due_amount >= 0 and due_amount + commission_amount + vat_amount = goods_amount),
    delivery_option text not null,
    delivery_by date not null,
    -- Set when the order is confirmed: before that, the cooperative does not see it.
    confirmed_at timestamptz,
    accept_by timestamptz,
    delivered_at timestamptz,
    refused_at timestamptz,
    shipment_id uuid,
    tracking_number text,
    courier_id text,
    rejection_reason text check (rejection_reason in ('no-stock', 'damaged', 'cannot-ship', 'other')),
    rejection_message text,
    -- 0 to prepare, 1 ready, 2 on the road, 3 finished.
    work_group smallint not null generated always as (case
      when status in ('pending', 'accepted', 'preparing') then 0
      when status = 'ready' then 1
      when status in ('shipped', 'refused', 'undeliverable', 'returning') then 2
      else 3 end) stored,
    unique (order_id, position)
  ) with (fillfactor = 80);
  create index on orders.sub_order (cooperative_id, work_group, confirmed_at, id) where confirmed_at is not null;
  create index on orders.sub_order (accept_by) where status = 'pending' and accept_by is not null;

  create table orders.order_line (
    id uuid primary key,
    sub_order_id uuid not null references orders.sub_order,
    order_id uuid not null references orders."order",
    position smallint not null,
    variant_id uuid not null,
    product_id uuid not null,
    slug text not null,
    title text not null,
    title_locale text not null,
    measure text,
    picture text not null,
    quantity int not null check (quantity > 0),
    currency char(3) not null,
    price_amount bigint not null check (price_amount >= 0),
    total_amount bigint not null check (total_amount = price_amount * quantity),
    commission_amount bigint not null check (commission_amount >= 0),
    vat_amount bigint not null check (vat_amount >= 0),
    weight_grams int not null check (weight_grams >= 0),
    unique (order_id, variant_id)
  );
  create index on orders.order_line (sub_order_id, position);
`;

/** The arrows of S2 and S3 once more, where no forgotten code path leads around them. */
const history = `
  create table orders.status_change (
    id bigint generated always as identity primary key,
    order_id uuid not null references orders."order",
    sub_order_id uuid references orders.sub_order,
    previous text,
    status text not null,
    actor text not null,
    cause text,
    at timestamptz not null,
    constraint only_these_arrows check (
      case
        when sub_order_id is null then (previous, status) in (
          ('draft', 'placed'),
          ('placed', 'confirmed'), ('placed', 'expired'), ('placed', 'canceled'),
          ('confirmed', 'in_progress'), ('confirmed', 'canceled'),
          ('in_progress', 'delivered'), ('in_progress', 'canceled'),
          ('delivered', 'completed'),
          -- A payment that came late, for goods that remain.
          ('expired', 'confirmed'))
        when previous is null then status = 'pending'
        else (previous, status) in (
          ('pending', 'accepted'), ('pending', 'rejected'), ('pending', 'auto_rejected'), ('pending', 'canceled'),
          ('accepted', 'preparing'), ('accepted', 'canceled'),
          ('preparing', 'ready'), ('preparing', 'canceled'),
          ('ready', 'shipped'), ('ready', 'canceled'),
          ('shipped', 'delivered'), ('shipped', 'refused'), ('shipped', 'undeliverable'),
          ('refused', 'returning'), ('undeliverable', 'returning'),
          ('returning', 'returned'),
          ('delivered', 'completed'), ('delivered', 'return_requested'),
          ('return_requested', 'return_approved'), ('return_requested', 'return_rejected'),
          ('return_approved', 'returned'))
      end)
  );
  create index on orders.status_change (sub_order_id, id) where sub_order_id is not null;

  create trigger append_only before update or delete on orders.status_change
    for each row execute function platform.refuse_change();
  create trigger never_deleted before delete on orders."order"
    for each row execute function platform.refuse_change();
  create trigger never_deleted before delete on orders.sub_order
    for each row execute function platform.refuse_change();
  create trigger never_changed before update or delete on orders.order_line
    for each row execute function platform.refuse_change();
`;

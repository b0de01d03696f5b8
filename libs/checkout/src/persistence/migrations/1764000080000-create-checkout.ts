import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCheckout1764000080000 implements MigrationInterface {
  readonly name = 'CreateCheckout1764000080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema checkout');
    await runner.query(`
      create table checkout.cart (
        id uuid primary key,
        address jsonb,
        -- Cooperative id → the delivery option chosen for its parcel; absent means the cheapest.
        choices jsonb not null default '{}',
        line_count int not null default 0 check (line_count between 0 and 200),
        order_number text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      ) with (fillfactor = 70);
      create index on checkout.cart (created_at) where order_number is null;

      create table checkout.line (
        id uuid primary key,
        cart_id uuid not null references checkout.cart on delete cascade,
        variant_id uuid not null,
        product_id uuid not null,
        cooperative_id uuid not null,
        quantity int not null check (quantity between 1 and 999),
        price_when_added_amount bigint not null check (price_when_added_amount >= 0),
        currency char(3) not null,
        -- How the product looked when it was added: a withdrawn one is still named in the cart.
        seen jsonb not null,
        unique (cart_id, variant_id)
      ) with (fillfactor = 90);

      -- What a buyer was shown to pay, and what the order will be, whatever changes meanwhile.
      create table checkout.checkout (
        id uuid primary key,
        cart_id uuid not null references checkout.cart on delete cascade,
        snapshot jsonb not null,
        total_amount bigint not null check (total_amount between 0 and 9007199254740991),
        currency char(3) not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index on checkout.checkout (cart_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema checkout cascade');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holidays, provinceZones, rates, transits, validFrom, zoneNames } from '../rates.js';

export class CreateShipping1764000070000 implements MigrationInterface {
  readonly name = 'CreateShipping1764000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema shipping');
    await runner.query(tariffTables);
    await runner.query(shipmentTables);
    const zones = Object.entries(zoneNames).map(([id, name]) => ({ id: Number(id), name }));
    const load = (sql: string, rows: readonly object[]) => runner.query(sql, [JSON.stringify(rows), validFrom]);
    await runner.query(
      `insert into shipping.zone (id, name) select id, name from jsonb_to_recordset($1::jsonb) as row (id int, name text)`,
      [JSON.stringify(zones)],
    );
    await load(
      `insert into shipping.province_zone (province_id, zone, valid_from)
       select province_id, zone, $2::date from jsonb_to_recordset($1::jsonb) as row (province_id text, zone int)`,
      provinceZones,
    );
    await load(
      `insert into shipping.rate (service, zone, max_weight_grams, price_amount, currency, source, valid_from)
       select service, zone, max_weight_grams, price_amount, 'MAD', source, $2::date
       from jsonb_to_recordset($1::jsonb)
         as row (service text, zone int, max_weight_grams int, price_amount bigint, source text)`,
      rates,
    );
    await load(
      `insert into shipping.transit (service, zone, earliest_days, latest_days, source, valid_from)
       select service, zone, earliest_days, latest_days, source, $2::date
       from jsonb_to_recordset($1::jsonb)
         as row (service text, zone int, earliest_days int, latest_days int, source text)`,
      transits,
    );
    await runner.query(
      `insert into shipping.holiday (day, name, source)
       select day, name, source from jsonb_to_recordset($1::jsonb) as row (day date, name text, source text)`,
      [JSON.stringify(holidays)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema shipping cascade');
  }
}

/** In every dated table the last row that has begun counts. */
const tariffTables = `
  create table shipping.zone (
    id int primary key,
    name text not null
  );

  create table shipping.province_zone (
    province_id text not null,
    zone int not null references shipping.zone,
    valid_from date not null,
    primary key (province_id, valid_from)
  );

  create table shipping.rate (
    service text not null check (service in ('home', 'relay')),
    zone int not null references shipping.zone,
    max_weight_grams int not null check (max_weight_grams > 0),
    price_amount bigint not null check (price_amount >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    source text not null,
    valid_from date not null,
    primary key (service, zone, max_weight_grams, valid_from)
  );

  create table shipping.transit (
    service text not null check (service in ('home', 'relay')),
    zone int not null references shipping.zone,
    earliest_days int not null check (earliest_days >= 0),
    latest_days int not null check (latest_days >= earliest_days),
    source text not null,
    valid_from date not null,
    primary key (service, zone, valid_from)
  );

  create table shipping.holiday (
    day date primary key,
    name text not null,
    source text not null
  );
`;

const statuses = `'created', 'handed_over', 'in_transit', 'out_for_delivery', 'attempt_failed', 'delivered',
  'returning', 'returned', 'lost', 'damaged'`;

const shipmentTables = `
  create table shipping.shipment (
    id uuid primary key,
    sub_order_id uuid not null unique,
    sub_order_number text not null,
    cooperative_id uuid not null,
    cooperative_name text not null,
    city text not null,
    courier_id text not null,
    tracking_number text not null unique,
    status text not null check (status in (${statuses})),
    failed_attempts int not null default 0 check (failed_attempts between 0 and 3),
    cash_to_collect_amount bigint check (cash_to_collect_amount > 0),
    cash_collected_amount bigint check (cash_collected_amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    handed_over_at timestamptz not null,
    changed_at timestamptz not null,
    -- Money exists only when the courier has collected it, and then it is what was due.
    check (status <> 'delivered' or cash_collected_amount is not distinct from cash_to_collect_amount),
    check (status = 'delivered' or cash_collected_amount is null)
  );
  create index on shipping.shipment (handed_over_at, id)
    where status in ('created', 'handed_over', 'in_transit', 'out_for_delivery', 'attempt_failed', 'returning');
  create index on shipping.shipment (sub_order_number collate "C");

  create table shipping.tracking_event (
    id uuid primary key,
    shipment_id uuid not null references shipping.shipment,
    previous text check (previous in (${statuses})),
    status text not null check (status in (${statuses})),
    -- An account's id, 'carrier', or 'carrier/implied' for a step the carrier left out.
    actor text not null,
    at timestamptz not null
  );
  create index on shipping.tracking_event (shipment_id, at);
  create trigger append_only before update or delete on shipping.tracking_event
    for each row execute function platform.refuse_change();

  -- What the carrier sent, as it sent it: once applied, later copies change nothing.
  create table shipping.carrier_event (
    event_id text not null,
    body_hash bytea not null,
    tracking_number text not null,
    status text not null,
    outcome text not null,
    received_at timestamptz not null default now(),
    primary key (event_id, body_hash)
  );
`;

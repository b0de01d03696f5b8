import type { MigrationInterface, QueryRunner } from 'typeorm';
import { arrowsOf } from '../../domain/payment-status.js';
import { refundArrows } from '../../domain/refund.js';

export class CreatePayments1764000100000 implements MigrationInterface {
  readonly name = 'CreatePayments1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema payments');
    for (const sql of [arrows, payments, history, refunds, inbox]) await runner.query(sql);
    await runner.query(
      `insert into payments.arrow (object, previous, status)
       select object, previous, status from jsonb_to_recordset($1::jsonb) as arrow(object text, previous text, status text)`,
      [JSON.stringify(arrowRows())],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema payments cascade');
  }
}

/** The state machines as the database keeps them: the same tables the code reads, one row for each arrow. */
export function arrowRows(): { object: string; previous: string; status: string }[] {
  const machines = {
    card: arrowsOf('card'),
    'cash-on-delivery': arrowsOf('cash-on-delivery'),
    'bank-transfer': arrowsOf('bank-transfer'),
    refund: refundArrows,
  };
  return Object.entries(machines).flatMap(([object, machine]) =>
    Object.entries<readonly string[]>(machine).flatMap(([previous, next]) =>
      next.map((status) => ({ object, previous, status })),
    ),
  );
}

const arrows = `
  create table payments.arrow (
    object text not null,
    previous text not null,
    status text not null,
    primary key (object, previous, status)
  );
`;

const payments = `
  create table payments.payment (
    id uuid primary key,
    order_id uuid not null,
    order_number text not null,
    method text not null check (method in ('card', 'cash-on-delivery', 'bank-transfer')),
    status text not null check (status in ('created', 'requires_action', 'processing', 'authorized', 'captured', 'failed',
      'canceled', 'expired', 'voided', 'unknown', 'partially_refunded', 'refunded', 'disputed', 'dispute_won',
      'dispute_lost', 'orphaned')),
    status_cause text not null,
    amount bigint not null check (amount between 0 and 9007199254740991),
    currency text not null check (currency in ('MAD', 'EUR', 'USD', 'GBP')),
    locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
    return_token text not null,
    transfer_reference text unique check (transfer_reference ~ '^TZW-[0-9A-HJKMNP-TV-Z]{9}$'),
    intent_id text unique,
    client_secret text,
    attempted_at timestamptz,
    decline_count int not null default 0 check (decline_count >= 0),
    decline_code text,
    goal text check (goal in ('capture', 'void')),
    ends_as text check (ends_as in ('canceled', 'expired')),
    authorized_at timestamptz,
    capture_before timestamptz,
    capture_amount bigint not null default 0 check (capture_amount between 0 and amount),
    captured_amount bigint not null default 0 check (captured_amount between 0 and amount),
    captured_at timestamptz,
    refunding_amount bigint not null default 0 check (refunding_amount >= 0),
    refunded_amount bigint not null default 0 check (refunded_amount >= 0),
    created_at timestamptz not null default now(),
    checked_at timestamptz not null default now(),
    check (refunded_amount + refunding_amount <= captured_amount),
    check ((transfer_reference is not null) = (method = 'bank-transfer')),
    check (method = 'card' or (intent_id is null and goal is null and attempted_at is null)),
    check (status <> 'authorized' or (authorized_at is not null and intent_id is not null)),
    check (status not in ('captured', 'partially_refunded', 'refunded', 'orphaned')
      or (captured_at is not null and captured_amount > 0)),
    check (status <> 'refunded' or refunded_amount = captured_amount),
    check (status <> 'partially_refunded' or refunded_amount between 1 and captured_amount - 1),
    check (status not in ('created', 'requires_action', 'failed', 'canceled', 'expired', 'voided')
      or captured_amount = 0)
  );
  -- An order waits for one payment at a time; an ended one may be followed by another.
  create unique index one_live_payment on payments.payment (order_id)
    where status not in ('failed', 'canceled', 'expired', 'voided');
  create index on payments.payment (order_id, created_at desc);
  create index on payments.payment (checked_at)
    where status in ('created', 'requires_action', 'processing', 'unknown', 'authorized') and method = 'card';

  -- One try of one card, as the provider tells it.
  create table payments.attempt (
    payment_id uuid not null references payments.payment,
    attempt_key text not null,
    outcome text not null check (outcome in ('declined', 'authorized')),
    decline_code text,
    at timestamptz not null default now(),
    primary key (payment_id, attempt_key)
  );

  -- Which sub-orders a capture pays for, written down before the provider is asked.
  create table payments.captured_share (
    payment_id uuid not null references payments.payment,
    sub_order_id uuid not null,
    sub_order_number text not null,
    cooperative_id uuid not null,
    amount bigint not null check (amount > 0),
    primary key (payment_id, sub_order_id)
  );
  create index on payments.captured_share (sub_order_id);
`;

/** Every change of a state leaves its row, also one made by hand; and only along the arrows. */
const history = `
  create table payments.status_change (
    id bigint generated always as identity primary key,
    object_id uuid not null,
    previous text,
    status text not null,
    cause text not null,
    at timestamptz not null default now()
  );
  create index on payments.status_change (object_id, id);
  create trigger append_only before update or delete on payments.status_change
    for each row execute function platform.refuse_change();
  create trigger never_emptied before truncate on payments.status_change
    for each statement execute function platform.refuse_change();

  create function payments.keep_history() returns trigger language plpgsql as $$
  declare
    machine text := case when tg_table_name = 'payment' then to_jsonb(new) ->> 'method' else 'refund' end;
    reason text := to_jsonb(new) ->> case when tg_table_name = 'payment' then 'status_cause' else 'cause' end;
    former text;
  begin
    if tg_op = 'UPDATE' then
      former := old.status;
      if not exists (select from payments.arrow
          where object = machine and previous = old.status and status = new.status) then
        raise exception '% % cannot go from % to %', tg_table_name, new.id, old.status, new.status
          using errcode = 'check_violation';
      end if;
    end if;
    insert into payments.status_change (object_id, previous, status, cause) values (new.id, former, new.status, reason);
    return null;
  end $$;
  create trigger opened after insert on payments.payment
    for each row execute function payments.keep_history();
  create trigger changed after update on payments.payment
    for each row when (old.status is distinct from new.status) execute function payments.keep_history();
  create trigger never_deleted before delete on payments.payment
    for each row execute function platform.refuse_change();
`;

const refunds = `
  create table payments.refund (
    id uuid primary key,
    payment_id uuid not null references payments.payment,
    sub_order_id uuid,
    business_key text not null unique,
    amount bigint not null check (amount > 0),
    currency text not null check (currency in ('MAD', 'EUR', 'USD', 'GBP')),
    cause text not null,
    status text not null check (status in
      ('requested', 'approved', 'submitted', 'pending', 'succeeded', 'failed', 'rejected', 'canceled', 'offline')),
    provider_refund_id text unique,
    created_at timestamptz not null default now(),
    checked_at timestamptz not null default now()
  );
  create index on payments.refund (payment_id);
  create index on payments.refund (checked_at) where status in ('approved', 'submitted', 'pending');
  create trigger opened after insert on payments.refund
    for each row execute function payments.keep_history();
  create trigger changed after update on payments.refund
    for each row when (old.status is distinct from new.status) execute function payments.keep_history();
  create trigger never_deleted before delete on payments.refund
    for each row execute function platform.refuse_change();
`;

const inbox = `
  create table payments.provider_event (
    id uuid primary key,
    provider text not null,
    event_id text not null,
    type text not null,
    payment_id uuid,
    intent_id text,
    provider_refund_id text,
    content_hash bytea not null,
    body bytea not null,
    received_at timestamptz not null default now(),
    unique (provider, event_id)
  );
  create index on payments.provider_event (received_at);

  -- The id of a known event with other content: kept for whoever looks into it, without effect.
  create table payments.suspicious_event (
    id uuid primary key,
    provider text not null,
    event_id text not null,
    content_hash bytea not null,
    body bytea not null,
    received_at timestamptz not null default now(),
    unique (provider, event_id, content_hash)
  );
`;

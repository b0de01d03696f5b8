import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLedger1764000110000 implements MigrationInterface {
  readonly name = 'CreateLedger1764000110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema ledger');
    for (const sql of [rates, book, hashes, balances, posting, shares]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ledger cascade');
  }
}

/** What a rate was on a day never changes: a new one begins on a later day. */
const rates = `
  create table ledger.rate (
    kind text not null check (kind in ('commission', 'vat-on-commission')),
    valid_from date not null,
    bps int not null check (bps between 0 and 10000),
    source text not null,
    primary key (kind, valid_from)
  );
  insert into ledger.rate (kind, valid_from, bps, source) values
    ('commission', '2026-01-01', 1000, 'The marketplace''s own tariff: 10 % of the goods, delivery excluded'),
    ('vat-on-commission', '2026-01-01', 2000,
      'Code général des impôts (Morocco), normal rate of VAT on services rendered by intermediaries: 20 %');
  create trigger append_only before update or delete on ledger.rate
    for each row execute function platform.refuse_change();
`;

/** Debit is positive, credit negative. Rows are only ever added. */
const book = `
  -- Where each chain of entries stands. Entries of one order are always in the same chain.
  create table ledger.chain (
    id smallint primary key,
    position bigint not null default 0,
    hash bytea not null
  );
  insert into ledger.chain (id, hash)
    select id, sha256(convert_to('tiwizi/ledger/' || id, 'UTF8')) from generate_series(0, 63) as id;

  create table ledger.entry (
    id uuid primary key,
    kind text not null check (kind ~ '^P[0-9]+[a-z]*$'),
    business_key text not null unique,
    order_id uuid not null,
    sub_order_id uuid,
    cause text not null check (cause <> ''),
    reverses_key text references ledger.entry (business_key),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    line_count int not null check (line_count >= 2),
    chain smallint not null references ledger.chain,
    position bigint not null check (position > 0),
    previous_hash bytea not null check (length(previous_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    unique (chain, position)
  );
  create index on ledger.entry (order_id);
  create index on ledger.entry (sub_order_id);

  create table ledger.line (
    entry_id uuid not null references ledger.entry,
    number smallint not null check (number > 0),
    account text not null check (account ~ '^[a-z]+(_[a-z]+)*(:[A-Za-z0-9_-]{1,60})?$'),
    currency text not null check (currency in ('MAD', 'EUR', 'USD', 'GBP')),
    amount bigint not null check (amount <> 0 and abs(amount) <= 9007199254740991),
    primary key (entry_id, number)
  );
  create index on ledger.line (account, currency);

  create trigger append_only before update or delete on ledger.entry
    for each row execute function platform.refuse_change();
  create trigger append_only before update or delete on ledger.line
    for each row execute function platform.refuse_change();
  create trigger never_emptied before truncate on ledger.entry
    for each statement execute function platform.refuse_change();
  create trigger never_emptied before truncate on ledger.line
    for each statement execute function platform.refuse_change();

  create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
  begin
    if (select count(*) from ledger.line where entry_id = new.id) <> new.line_count
      or exists (select from ledger.line where entry_id = new.id group by currency having sum(amount) <> 0)
    then
      raise exception 'ledger entry % (%) does not balance', new.business_key, new.id using errcode = 'check_violation';
    end if;
    return null;
  end $$;
  create constraint trigger balanced after insert on ledger.entry
    deferrable initially deferred for each row execute function ledger.refuse_unbalanced();
`;

/**
 * The hash of an entry covers all its columns, its lines and the hash of the entry before it in its chain. An order
 * belongs to one of 64 chains, so a posting waits only for another posting of the same chain, not for the whole ledger;
 * the chain's head row remembers the last hash, so an entry cut off at the end is missed as well.
 */
const hashes = `
  create function ledger.chain_of(order_id uuid) returns smallint language sql immutable parallel safe
  return (hashtextextended(order_id::text, 0) & 63)::smallint;

  create function ledger.microseconds(at timestamptz) returns bigint language sql immutable parallel safe
  return (extract(epoch from at) * 1000000)::bigint;

  create function ledger.hash_of(entry ledger.entry, lines jsonb) returns bytea language sql stable parallel safe
  return sha256(entry.previous_hash || convert_to(jsonb_build_array(
    entry.id, entry.kind, entry.business_key, entry.order_id, entry.sub_order_id, entry.cause, entry.reverses_key,
    ledger.microseconds(entry.occurred_at), ledger.microseconds(entry.recorded_at), entry.line_count, entry.chain,
    entry.position, lines)::text, 'UTF8'));
`;

/** Balances of accounts that belong to somebody or to one order; the others would make every order wait for one row. */
const balances = `
  create table ledger.balance (
    account text not null,
    currency text not null,
    amount bigint not null default 0,
    primary key (account, currency),
    constraint nobody_owed_less_than_nothing
      check (case when account like 'seller_debt:%' then amount >= 0 else amount <= 0 end)
  );

  create function ledger.has_balance(account text) returns boolean language sql immutable parallel safe
  return account ~
    '^(escrow|seller_pending|seller_available|seller_held|seller_debt|payout_in_transit|unapplied_receipts):';

  create function ledger.keep_balances() returns trigger language plpgsql as $$
  begin
    if exists (
      select from ledger.entry e
      where e.id in (select entry_id from added)
        and e.line_count <> (select count(*) from ledger.line l where l.entry_id = e.id)
    ) then
      raise exception 'the lines of a ledger entry are written together' using errcode = 'check_violation';
    end if;
    insert into ledger.balance (account, currency)
      select distinct account, currency from added where ledger.has_balance(account) order by 1, 2
      on conflict do nothing;
    -- Always in the same order: two postings never wait for each other in a circle.
    perform from ledger.balance b
      where (account, currency) in (select account, currency from added)
      order by account, currency for update;
    update ledger.balance b set amount = b.amount + moved.amount
      from (select account, currency, sum(amount) as amount from added group by 1, 2) as moved
      where b.account = moved.account and b.currency = moved.currency;
    return null;
  end $$;
  create trigger keep_balances after insert on ledger.line
    referencing new table as added for each statement execute function ledger.keep_balances();
`;

/** The one way in. A business key that is known changes nothing; one that is known with other lines stops the work. */
const posting = `
  create function ledger.lines_of(entry_id uuid) returns jsonb language sql stable
  return (
    select jsonb_agg(jsonb_build_array(line.account, line.currency, line.amount) order by line.number)
    from ledger.line where line.entry_id = lines_of.entry_id
  );

  create function ledger.post(entries jsonb) returns int language plpgsql as $$
  declare
    wanted jsonb;
    head ledger.chain;
    entry ledger.entry;
    posted int := 0;
  begin
    for wanted in select value from jsonb_array_elements(entries) loop
      select * into head from ledger.chain
        where id = ledger.chain_of((wanted ->> 'orderId')::uuid) for update;
      select * into entry from ledger.entry where business_key = wanted ->> 'businessKey';
      if found then
        if ledger.lines_of(entry.id) is distinct from wanted -> 'lines' then
          raise exception 'ledger entry % was posted before with other lines', entry.business_key
            using errcode = 'integrity_constraint_violation';
        end if;
        continue;
      end if;
      entry.id := (wanted ->> 'id')::uuid;
      entry.kind := wanted ->> 'kind';
      entry.business_key := wanted ->> 'businessKey';
      entry.order_id := (wanted ->> 'orderId')::uuid;
      entry.sub_order_id := (wanted ->> 'subOrderId')::uuid;
      entry.cause := wanted ->> 'cause';
      entry.reverses_key := wanted ->> 'reversesKey';
      entry.occurred_at := (wanted ->> 'occurredAt')::timestamptz;
      entry.recorded_at := now();
      entry.line_count := jsonb_array_length(wanted -> 'lines');
      entry.chain := head.id;
      entry.position := head.position + 1;
      entry.previous_hash := head.hash;
      entry.hash := ledger.hash_of(entry, wanted -> 'lines');
      insert into ledger.entry select entry.*;
      insert into ledger.line (entry_id, number, account, currency, amount)
        select entry.id, line.number, line.value ->> 0, line.value ->> 1, (line.value ->> 2)::bigint
        from jsonb_array_elements(wanted -> 'lines') with ordinality as line(value, number);
      update ledger.chain set position = entry.position, hash = entry.hash where id = head.id;
      posted := posted + 1;
    end loop;
    return posted;
  end $$;
`;

/** One cooperative's part of one order: what was agreed, and how far its money has come. */
const shares = `
  create table ledger.share (
    sub_order_id uuid primary key,
    sub_order_number text not null,
    order_id uuid not null,
    cooperative_id uuid not null,
    currency text not null,
    total_amount bigint not null check (total_amount >= 0),
    -- Frozen when the order was placed; unknown until the order's own message has arrived.
    goods_amount bigint,
    shipping_amount bigint,
    commission_amount bigint,
    vat_amount bigint,
    due_amount bigint,
    commission_bps int,
    vat_bps int,
    method text check (method in ('card', 'cash-on-delivery', 'bank-transfer')),
    courier_id text,
    is_funded boolean not null default false,
    delivered_at timestamptz,
    release_at timestamptz,
    remitted_at timestamptz,
    released_at timestamptz,
    ended_at timestamptz,
    check (num_nulls(goods_amount, shipping_amount, commission_amount, vat_amount, due_amount, commission_bps, vat_bps)
      in (0, 7)),
    check (goods_amount + shipping_amount = total_amount),
    check (due_amount + commission_amount + vat_amount = goods_amount),
    check (num_nulls(delivered_at, release_at) in (0, 2)),
    check (released_at is null or (release_at is not null and is_funded))
  );
  create index on ledger.share (cooperative_id, sub_order_id desc);
  create index on ledger.share (cooperative_id) where is_funded and delivered_at is null;
  create index on ledger.share (release_at) where released_at is null;
  create index on ledger.share (order_id);
`;

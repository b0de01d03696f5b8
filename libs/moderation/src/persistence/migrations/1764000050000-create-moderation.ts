import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration1764000050000 implements MigrationInterface {
  readonly name = 'CreateModeration1764000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema moderation;

      create table moderation.moderation_case (
        id uuid primary key,
        change_set_id uuid not null unique,
        product_id uuid not null,
        cooperative_id uuid not null,
        version int not null,
        -- What buyers saw when it was submitted: the differences stay readable after the decision.
        live jsonb,
        title jsonb not null,
        signals jsonb not null,
        submitted_at timestamptz not null,
        seller_locale text not null check (seller_locale in ('fr', 'ar', 'zgh', 'en')),
        status text not null check (status in ('open', 'decided', 'superseded')),
        closed_at timestamptz,
        claimed_by uuid,
        claimed_by_name text,
        claimed_until timestamptz,
        unique (product_id, version),
        check ((status = 'open') = (closed_at is null)),
        check (num_nulls(claimed_by, claimed_by_name, claimed_until) in (0, 3))
      );
      create unique index one_open_case_per_product on moderation.moderation_case (product_id) where status = 'open';
      create index open_cases on moderation.moderation_case (submitted_at, id) where status = 'open';
      create index on moderation.moderation_case (cooperative_id);

      create table moderation.decision (
        id uuid primary key,
        case_id uuid not null unique references moderation.moderation_case,
        kind text not null check (kind in ('approve', 'request-change', 'reject')),
        reasons text[] not null,
        field text,
        message text,
        version int not null,
        decided_by uuid not null,
        decided_by_name text not null,
        decided_at timestamptz not null default now(),
        check (kind = 'approve' or (cardinality(reasons) > 0 and field is not null)),
        check (not 'other' = any (reasons) or message is not null)
      );
      create index on moderation.decision (decided_at);
      create trigger append_only before update or delete on moderation.decision
        for each row execute function platform.refuse_change();

      create function moderation.refuse_reopening() returns trigger language plpgsql as $$
      begin
        raise exception 'a case that is % stays so', old.status using errcode = 'restrict_violation';
      end $$;
      create trigger closed_for_good before update on moderation.moderation_case
        for each row when (old.status <> 'open') execute function moderation.refuse_reopening();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table moderation.decision, moderation.moderation_case;
      drop function moderation.refuse_reopening();
      drop schema moderation;
    `);
  }
}

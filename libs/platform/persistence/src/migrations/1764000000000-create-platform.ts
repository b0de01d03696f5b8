import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1764000000000 implements MigrationInterface {
  readonly name = 'CreatePlatform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A text in the wanted language, else in the nearest one its readers know: the same order as pickText in @tiwizi/i18n.
      create function platform.localized(texts jsonb, wanted text) returns jsonb
      language sql immutable parallel safe
      return (
        select jsonb_build_object('locale', locale, 'text', coalesce(texts ->> locale, ''))
        from unnest(case wanted
          when 'ar' then array['ar', 'fr', 'zgh', 'en']
          when 'zgh' then array['zgh', 'fr', 'ar', 'en']
          when 'en' then array['en', 'fr', 'ar', 'zgh']
          else array['fr', 'ar', 'en', 'zgh'] end) with ordinality as choice(locale, rank)
        order by nullif(texts ->> locale, '') is null, rank
        limit 1
      );

      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'restrict_violation';
      end $$;

      create table platform.audit (
        id uuid primary key,
        at timestamptz not null default now(),
        action text not null,
        subject text not null,
        actor text not null,
        cause text,
        details jsonb not null default '{}'
      );
      create index on platform.audit (subject, id desc);
      create trigger append_only before update or delete on platform.audit
        for each row execute function platform.refuse_change();
      create trigger never_emptied before truncate on platform.audit
        for each statement execute function platform.refuse_change();

      -- What was answered to a key, for seven days. Without status: still running, or its process died.
      create table platform.idempotency_key (
        actor text not null,
        route text not null,
        key text not null,
        body_hash bytea not null,
        started_at timestamptz not null default now(),
        status int,
        response jsonb,
        primary key (actor, route, key)
      );
      create index on platform.idempotency_key (started_at);

      -- Which handler has seen which event: the second delivery does nothing.
      create table platform.inbox (
        event_id uuid not null,
        handler text not null,
        handled_at timestamptz not null default now(),
        primary key (event_id, handler)
      );
      create index on platform.inbox (handled_at);

      -- Counters of a minute are worth no disk write: a crash forgets them.
      create unlogged table platform.rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create index on platform.rate_limit (expire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.rate_limit, platform.inbox, platform.idempotency_key, platform.audit;
      drop function platform.refuse_change();
      drop function platform.localized(jsonb, text);
    `);
  }
}

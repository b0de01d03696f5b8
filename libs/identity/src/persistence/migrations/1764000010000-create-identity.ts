import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentity1764000010000 implements MigrationInterface {
  readonly name = 'CreateIdentity1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema identity;

      create table identity.account (
        id uuid primary key,
        name text not null check (length(name) between 1 and 120),
        email text unique check (email = lower(email)),
        phone text unique check (phone ~ '^\\+[1-9][0-9]{7,14}$'),
        locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
        roles text[] not null
          check (roles <@ array['buyer', 'seller', 'moderator', 'finance', 'admin'] and 'buyer' = any (roles)),
        created_at timestamptz not null default now(),
        check (email is not null or phone is not null)
      );

      create table identity.credential (
        account_id uuid primary key references identity.account,
        password_hash text not null check (password_hash like '$argon2id$%'),
        changed_at timestamptz not null default now()
      );

      -- The cooperative is known by id; its name is repeated so that who signs in needs no other context.
      create table identity.cooperative_grant (
        account_id uuid not null references identity.account,
        cooperative_id uuid not null,
        slug text not null,
        name text not null,
        role text not null check (role in ('president', 'treasurer', 'catalogue')),
        granted_at timestamptz not null default now(),
        primary key (account_id, cooperative_id)
      );
      create index on identity.cooperative_grant (cooperative_id);

      -- Who asked for an account and has not proven the address yet.
      create table identity.registration (
        identifier text primary key,
        name text not null,
        locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
        password_hash text check (password_hash like '$argon2id$%'),
        network_hash bytea not null,
        expires_at timestamptz not null
      );
      create index on identity.registration (expires_at);

      -- One row for an address: asking again replaces the code before.
      create table identity.one_time_code (
        identifier text primary key,
        code_hash bytea not null check (length(code_hash) = 32),
        tries int not null default 0 check (tries between 0 and 5),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index on identity.one_time_code (expires_at);

      create table identity.session (
        id uuid primary key,
        token_hash bytea not null unique check (length(token_hash) = 32),
        account_id uuid not null references identity.account,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index on identity.session (account_id);
      create index on identity.session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table identity.session, identity.one_time_code, identity.registration, identity.cooperative_grant,
        identity.credential, identity.account;
      drop schema identity;
    `);
  }
}

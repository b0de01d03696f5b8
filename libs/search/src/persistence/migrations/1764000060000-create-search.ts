import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearch1764000060000 implements MigrationInterface {
  readonly name = 'CreateSearch1764000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema search;
      create extension if not exists pg_trgm;

      -- One row per product on show, made by the same code as the engine's document, which it keeps whole: the index
      -- is filled from here, compared with this, and PostgreSQL answers from it while the engine is away.
      create table search.document (
        product_id uuid primary key,
        -- Light forms of every language, each word after a space: of the titles, of the rest, of the maker's name.
        title text not null,
        body text not null,
        maker text not null,
        keys text[] not null,
        things text[] not null,
        heads text[] not null,
        category_ids text[] not null,
        region_id text not null,
        cooperative_slug text not null,
        label_ids text[] not null,
        availability text not null,
        price_amount bigint not null check (price_amount >= 0),
        published_at timestamptz not null,
        -- What the engine is given, and the checksum by which two of them are the same.
        content jsonb not null,
        checksum text not null
      );
      create index on search.document using gin (title gin_trgm_ops);
      create index on search.document using gin (body gin_trgm_ops);
      create index on search.document using gin (maker gin_trgm_ops);
      create index on search.document using gin (keys);
      create index on search.document using gin (things);
      create index on search.document (published_at desc, product_id);

      -- Products whose document was made, changed or removed, and whether the engine has it so. An index built
      -- meanwhile is brought up to date from here.
      create table search.change (
        product_id uuid primary key,
        changed_at timestamptz not null default clock_timestamp(),
        is_indexed boolean not null default false
      );
      create index on search.change (changed_at);
      create index on search.change (changed_at) where not is_indexed;

      -- One process builds at a time; who died in the middle loses the turn.
      create table search.build_turn (
        is_only boolean primary key default true check (is_only),
        holder uuid not null,
        until timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema search cascade');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearch1764000060000 implements MigrationInterface {
  readonly name = 'CreateSearch1764000060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema search;

      -- What PostgreSQL answers from while the search engine is away: the normal forms of each product on show, made
      -- by the same code as the engine's document, and that document itself.
      create extension if not exists pg_trgm;

      create table search.document (
        product_id uuid primary key,
        -- Light forms of all titles, for words and parts of words; of the rest, for words that no title says.
        title text not null,
        body text not null,
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
        card jsonb not null,
        checksum text not null
      );
      create index on search.document using gin (title gin_trgm_ops);
      create index on search.document using gin (body gin_trgm_ops);
      create index on search.document using gin (keys);
      create index on search.document using gin (things);
      create index on search.document (published_at desc, product_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema search cascade');
  }
}

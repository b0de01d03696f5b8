import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowIndexes } from '../row-indexes.js';

/**
 * Rows keep a card and words instead of the engine's whole document and trigrams of every text: half the room, and
 * documents are made from the catalogue when they are needed. Rows made before are made again with the index, whose
 * version changes too.
 */
export class SlimDocuments1764000060100 implements MigrationInterface {
  readonly name = 'SlimDocuments1764000060100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate search.document;
      alter table search.document
        drop content, drop body, drop maker,
        add card jsonb not null,
        add rank jsonb not null,
        -- Light forms of all texts; a beginning of a word is asked as 'word:*'.
        add words tsvector not null,
        -- The last two digits of the id: a 256th of the catalogue is compared at a time.
        add bucket text not null;
      create index document_of_bucket on search.document (bucket, product_id) include (checksum);
      drop index search.document_title_idx, search.document_keys_idx, search.document_things_idx;
      drop table search.build_turn;
      -- An index is being built, or a process was killed that built one.
      create table search.build (started_at timestamptz not null default now());
    `);
    for (const text of Object.values(rowIndexes)) await runner.query(text);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table search.build;
      truncate search.document;
      drop index search.document_of_bucket, ${Object.keys(rowIndexes)
        .map((name) => `search.${name}`)
        .join(', ')};
      alter table search.document
        drop card, drop rank, drop words, drop bucket,
        add content jsonb not null, add body text not null, add maker text not null;
      create index on search.document using gin (title gin_trgm_ops);
      create index on search.document using gin (body gin_trgm_ops);
      create index on search.document using gin (maker gin_trgm_ops);
      create index on search.document using gin (keys);
      create index on search.document using gin (things);
      create table search.build_turn (
        is_only boolean primary key default true check (is_only),
        holder uuid not null,
        until timestamptz not null
      );
    `);
  }
}

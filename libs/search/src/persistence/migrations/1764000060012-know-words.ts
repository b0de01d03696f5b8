import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowWords1764000060012 implements MigrationInterface {
  readonly name = 'KnowWords1764000060012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Words that stand in titles of products on show: what somebody who mistyped may have meant.
      create table search.word (
        word text primary key,
        -- Without accents, marks, article: as it is compared.
        light text not null,
        count int not null,
        -- Of which reading of the whole catalogue it is; what a newer one does not find again goes.
        reading bigint not null
      );
      create index on search.word (light);
      create index on search.word using gin (light gin_trgm_ops);
      create sequence search.word_reading;

      create function search.similar_words(asked text) returns table (word text, light text, count int)
      language sql stable set pg_trgm.similarity_threshold = 0.2
      as $$
        select w.word, w.light, w.count from search.word w
        where w.light % asked and length(w.light) between length(asked) - 2 and length(asked) + 2
        order by similarity(w.light, asked) desc, w.count desc limit 60
      $$;

      -- What was looked for in vain, by day. Words only: nobody can be told from it.
      create table search.missed (
        day date not null,
        words text not null check (length(words) between 1 and 80),
        outcome text not null check (outcome in ('nothing', 'guess')),
        count int not null check (count > 0),
        primary key (day, words, outcome)
      );

      -- Synonyms that administrators add to the lexicon's.
      create table search.synonym (
        id uuid primary key,
        words text[] not null check (cardinality(words) between 2 and 20),
        note text not null,
        version int not null default 1,
        changed_at timestamptz not null default clock_timestamp()
      );
      create index on search.synonym (changed_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table search.synonym, search.missed;
      drop function search.similar_words;
      drop table search.word;
      drop sequence search.word_reading`);
  }
}

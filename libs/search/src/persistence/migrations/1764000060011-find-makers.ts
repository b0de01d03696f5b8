import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verified cooperatives, findable by name; the names and the rest of their card are copies. */
export class FindMakers1764000060011 implements MigrationInterface {
  readonly name = 'FindMakers1764000060011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search.maker (
        cooperative_id uuid primary key,
        slug text not null,
        -- Light forms of the name in every language, each word after a space.
        name text not null,
        keys text[] not null,
        region_id text not null,
        province_id text not null,
        is_women_led boolean not null,
        content jsonb not null
      );
      create index on search.maker using gin (name gin_trgm_ops);
      create index on search.maker using gin (keys);

      -- One wrong letter in a word of six or seven leaves about half of its trigrams.
      create function search.similar_makers(asked text) returns table (cooperative_id uuid, score float8)
      language sql stable set pg_trgm.word_similarity_threshold = 0.45
      as $$
        select m.cooperative_id, word_similarity(asked, m.name) * 0.8
        from search.maker m where asked <% m.name
        order by 2 desc, 1 limit 200
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function search.similar_makers; drop table search.maker');
  }
}

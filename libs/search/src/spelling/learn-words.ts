import { Injectable } from '@nestjs/common';
import { Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { lightWord } from '../words/light-word.js';
import { isStopWord, wordsOf } from '../words/words.js';

interface Counted {
  readonly word: string;
  readonly count: number;
}

const stretch = 5000;
const batch = 5000;
const firstKey = '00000000-0000-0000-0000-000000000000';
const lengths = { least: 3, most: 30 };

/** Runs of anything but letters and their marks: what remains is looked at once more, word by word. */
const gaps = String.raw`[\s\d!-/:-@\[-\`{-~«»“”’‘،؛؟·–—]+`;

const wordsOfStretch = `
  with stretch as (
    select id, title from catalog.public_product where id > $1::uuid order by id limit $2
  )
  select (select max(id::text) from stretch) as last, (select count(*)::int from stretch) as products,
    coalesce(json_agg(json_build_object('word', word, 'count', count)), '[]') as words
  from (
    select word, count(*)::int as count
    from stretch, jsonb_each_text(title) as text(locale, value),
      regexp_split_to_table(lower(value), $3) as word
    where length(word) between ${lengths.least} and ${lengths.most}
    group by word
  ) counted`;

const wordsSince = `
  select word, count(*)::int as count
  from catalog.public_product p, jsonb_each_text(p.title) as text(locale, value),
    regexp_split_to_table(lower(value), $1) as word
  where p.published_at > now() - interval '30 minutes' and length(word) between ${lengths.least} and ${lengths.most}
  group by word`;

/** Keeps the words of titles: read whole each night, and those of new products through the day. */
@Injectable()
export class LearnWords {
  constructor(private readonly database: Database) {}

  /** Reads the catalogue by key; no statement grows with it. */
  async all(): Promise<void> {
    const counts = new Map<string, number>();
    for (let after = firstKey; ;) {
      const [row] = await this.database.query<{ last: string | null; products: number; words: Counted[] }>(
        wordsOfStretch,
        [after, stretch, gaps],
      );
      for (const { word, count } of row?.words ?? []) counts.set(word, (counts.get(word) ?? 0) + count);
      after = row?.last ?? after;
      if ((row?.products ?? 0) < stretch) break;
    }
    const [reading] = await this.database.query<{ id: string }>(`select nextval('search.word_reading')::text as id`);
    await this.keep(
      [...counts].map(([word, count]) => ({ word, count })),
      reading?.id ?? '0',
    );
    await this.database.query('delete from search.word where reading < $1', [reading?.id]);
  }

  async recent(): Promise<void> {
    const words = await this.database.query<Counted>(wordsSince, [gaps]);
    const [reading] = await this.database.query<{ id: string }>(
      `select coalesce(max(reading), 0)::text as id from search.word`,
    );
    await this.keep(words, reading?.id ?? '0', 'count = greatest(word.count, excluded.count)');
  }

  async isEmpty(): Promise<boolean> {
    return (await this.database.query('select from search.word limit 1')).length === 0;
  }

  private async keep(
    words: readonly Counted[],
    reading: string,
    again = 'count = excluded.count, reading = excluded.reading',
  ): Promise<void> {
    const rows = words
      .filter(
        ({ word }) => wordsOf(word).length === 1 && wordsOf(word)[0] === word.normalize('NFC') && !isStopWord(word),
      )
      .map(({ word, count }) => ({ word: word.normalize('NFC'), count, light: lightWord(word) }))
      .filter(({ light }) => light && !light.includes(' '));
    for (let start = 0; start < rows.length; start += batch) {
      await this.database.query(
        `insert into search.word as word (word, light, count, reading)
         select word, min(light), sum(count)::int, $2::bigint
         from jsonb_to_recordset($1::jsonb) as given (word text, light text, count int)
         group by word
         on conflict (word) do update set ${again}`,
        [JSON.stringify(rows.slice(start, start + batch)), reading],
      );
    }
  }
}

@Scheduled()
export class LearnNewWords implements ScheduledTask {
  readonly name = 'search/learn-new-words';
  readonly cron = '*/10 * * * *';

  constructor(private readonly learn: LearnWords) {}

  async run(): Promise<void> {
    await ((await this.learn.isEmpty()) ? this.learn.all() : this.learn.recent());
  }
}

@Scheduled()
export class LearnAllWords implements ScheduledTask {
  readonly name = 'search/learn-all-words';
  readonly cron = '50 3 * * *';

  constructor(private readonly learn: LearnWords) {}

  run(): Promise<void> {
    return this.learn.all();
  }
}

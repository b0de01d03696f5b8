import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { skeleton } from '@tiwizi/text';
import { wordsAsked } from '../engine/query-plan.js';
import { lightWord } from '../words/light-word.js';
import { isStopWord, wordsOf } from '../words/words.js';
import type { StoredMaker } from './maker-row.js';

export interface MakerWishes {
  readonly region?: readonly string[];
  readonly province?: readonly string[];
  readonly womenLed?: true;
}

export interface FoundMakers {
  readonly hits: readonly { readonly maker: StoredMaker; readonly productCount: number }[];
  readonly total: number;
}

/** More words than these only make a name rarer. */
const mostWords = 6;
/** Shorter words have too few trigrams to be recognized with a mistake in them. */
const leastForMistakes = 4;
/** What every name begins with tells none from another. */
const commonWords = new Set(['cooperative', 'coop', 'تعاونيه', 'tamyawast', 'tamawast', 'tmyawst']);

const none: FoundMakers = { hits: [], total: 0 };

/** The page of what a source of candidates finds: one text for all questions, so that it is planned once. */
const pageOf = (candidates: string): string => `
  with candidate as (select cooperative_id, max(score) as score from (${candidates}) found group by cooperative_id),
  fitting as (
    select m.cooperative_id, m.slug, m.content, c.score from candidate c join search.maker m using (cooperative_id)
    where ($1::text[] = '{}' or m.region_id = any ($1)) and ($2::text[] = '{}' or m.province_id = any ($2))
      and (not $3::boolean or m.is_women_led)
  ),
  page as (select * from fitting order by score desc, slug offset $4 limit $5)
  select (select count(*)::int from fitting) as total,
    coalesce(json_agg(json_build_object('maker', content, 'productCount', (
      select count(*) from search.document d where d.cooperative_slug = page.slug)) order by score desc, slug), '[]') as hits
  from page`;

/** All words in the name (the longest finds it in the index), or all of their consonants. */
const byWords: NamedStatement = {
  name: 'search/makers-by-words',
  text: pageOf(`
    (select cooperative_id, 1.0::float8 as score from search.maker
     where name like $6 and name like all ($7::text[]) limit 1000)
    union all
    (select cooperative_id, 0.7::float8 from search.maker where $8::text[] <> '{}' and keys @> $8 limit 1000)`),
};

const bySimilarity: NamedStatement = {
  name: 'search/similar-makers',
  text: pageOf('select cooperative_id, score from search.similar_makers($6)'),
};

/** Cooperatives by their names, in every script; PostgreSQL alone answers, so they are found without the engine. */
@Injectable()
export class FindMakers {
  constructor(private readonly database: Database) {}

  /** Those whose names have the words; where none has, those that almost do. */
  async execute(q: string, wishes: MakerWishes, page: { offset: number; limit: number }): Promise<FoundMakers> {
    const found = await this.named(q, wishes, page);
    return found.total ? found : this.similar(q, wishes, page);
  }

  async named(q: string, wishes: MakerWishes, page: { offset: number; limit: number }): Promise<FoundMakers> {
    const { words, keys } = askedOf(q);
    if (!words.length) return none;
    const patterns = words.map((word) => `% ${word}%`);
    const longest = patterns.reduce((long, pattern) => (pattern.length > long.length ? pattern : long));
    const [row] = await this.database.named<FoundMakers>(byWords, [...fixed(wishes, page), longest, patterns, keys]);
    return row ?? none;
  }

  /** Dearer: every name that has some of the letters is looked at. */
  async similar(q: string, wishes: MakerWishes, page: { offset: number; limit: number }): Promise<FoundMakers> {
    const { words } = askedOf(q);
    if (!words.length || words.some(({ length }) => length < leastForMistakes)) return none;
    const [row] = await this.database.named<FoundMakers>(bySimilarity, [...fixed(wishes, page), words.join(' ')]);
    return row ?? none;
  }
}

function askedOf(q: string): { words: string[]; keys: string[] } {
  const asked = wordsOf(wordsAsked(q)).filter((word) => !isStopWord(word));
  const words = telling(asked.map(lightWord).filter(Boolean)).slice(0, mostWords);
  const keys = telling(asked)
    .flatMap((word) => skeleton(word).split(' '))
    .filter((key) => key.length >= 3);
  return { words, keys };
}

const telling = (words: string[]): string[] => {
  const rare = words.filter((word) => !commonWords.has(lightWord(word)));
  return rare.length ? rare : words;
};

const fixed = ({ region = [], province = [], womenLed }: MakerWishes, page: { offset: number; limit: number }) => [
  region,
  province,
  womenLed ?? false,
  page.offset,
  page.limit,
];

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { skeleton } from '@tiwizi/text';
import { wordsAsked } from '../engine/query-plan.js';
import { Parameters } from '../fallback/fallback-plan.js';
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

/** Cooperatives by their names, in every script; PostgreSQL alone answers, so they are found without the engine. */
@Injectable()
export class FindMakers {
  constructor(private readonly database: Database) {}

  async execute(q: string, wishes: MakerWishes, page: { offset: number; limit: number }): Promise<FoundMakers> {
    const parameters = new Parameters();
    const candidates = candidatesFor(q, parameters);
    if (!candidates) return none;
    const [row] = await this.database.query<{ hits: FoundMakers['hits']; total: number }>(
      `with candidate as (select cooperative_id, max(score) as score from (${candidates}) found group by cooperative_id),
       fitting as (
         select m.cooperative_id, m.slug, m.content, c.score from candidate c join search.maker m using (cooperative_id)
         where ${conditions(wishes, parameters)}
       ),
       page as (
         select * from fitting order by score desc, slug
         offset ${parameters.add(page.offset, 'int')} limit ${parameters.add(page.limit, 'int')}
       )
       select (select count(*)::int from fitting) as total,
         coalesce(json_agg(json_build_object('maker', content, 'productCount', (
           select count(*) from search.document d where d.cooperative_slug = page.slug)) order by score desc, slug), '[]') as hits
       from page`,
      parameters.values,
    );
    return row ?? none;
  }
}

/** All words in the name; all of their consonants; most of their letters. */
function candidatesFor(q: string, parameters: Parameters): string | null {
  const asked = wordsOf(wordsAsked(q)).filter((word) => !isStopWord(word));
  const words = telling(asked.map(lightWord).filter(Boolean)).slice(0, mostWords);
  if (!words.length) return null;
  const keys = telling(asked)
    .flatMap((word) => skeleton(word).split(' '))
    .filter((key) => key.length >= 3);
  const inName = words.map((word) => `name like ${parameters.add(`% ${word}%`)}`).join(' and ');
  return [
    `(select cooperative_id, 1.0::float8 as score from search.maker where ${inName} limit 1000)`,
    ...(keys.length
      ? [
          `(select cooperative_id, 0.7::float8 from search.maker where keys @> ${parameters.add(keys, 'text[]')} limit 1000)`,
        ]
      : []),
    ...(words.every(({ length }) => length >= leastForMistakes)
      ? [`select cooperative_id, score from search.similar_makers(${parameters.add(words.join(' '))})`]
      : []),
  ].join(' union all ');
}

const telling = (words: string[]): string[] => {
  const rare = words.filter((word) => !commonWords.has(lightWord(word)));
  return rare.length ? rare : words;
};

function conditions({ region, province, womenLed }: MakerWishes, parameters: Parameters): string {
  const all = [
    ...(region?.length ? [`m.region_id = any (${parameters.add(region, 'text[]')})`] : []),
    ...(province?.length ? [`m.province_id = any (${parameters.add(province, 'text[]')})`] : []),
    ...(womenLed ? ['m.is_women_led'] : []),
  ];
  return all.join(' and ') || 'true';
}

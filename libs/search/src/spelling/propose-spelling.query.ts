import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { lightWord } from '../words/light-word.js';
import { mistakesBetween } from '../words/mistakes-between.js';
import { isStopWord, wordsOf } from '../words/words.js';

/** Whole sentences are not put right. */
const mostWords = 6;
const longestWord = 30;

const similar: NamedStatement = {
  name: 'search/similar-words',
  text: `
    select asked.light as asked, exists (select from search.word w where w.light = asked.light) as "isKnown",
      coalesce((select json_agg(s) from search.similar_words(asked.light) s), '[]') as candidates
    from unnest($1::text[]) as asked(light)`,
};

interface Row {
  readonly asked: string;
  readonly isKnown: boolean;
  readonly candidates: readonly { word: string; light: string; count: number }[];
}

/** What may have been meant, in words that stand in titles of the catalogue. */
@Injectable()
export class ProposeSpelling {
  constructor(private readonly database: Database) {}

  /** Null when every word is known, or nothing is like the ones that are not. */
  async execute(q: string): Promise<string | null> {
    const words = wordsOf(q);
    if (words.length > mostWords) return null;
    const lights = words.map((word) => (isAsked(word) ? lightWord(word) : ''));
    const wanted = [...new Set(lights)].filter(Boolean);
    if (!wanted.length) return null;
    const rows = await this.database.named<Row>(similar, [wanted]);
    const found = new Map(rows.filter(({ isKnown }) => !isKnown).map((row) => [row.asked, bestFor(row)]));
    const proposed = words.map((word, place) => found.get(lights[place] ?? '') ?? word);
    return proposed.some((word, place) => word !== words[place]) ? proposed.join(' ') : null;
  }
}

const isAsked = (word: string): boolean => word.length <= longestWord && !isStopWord(word) && !/\d/.test(word);

/** One mistake in a short word, two in a long one; of equals the word most titles have. */
function bestFor({ asked, candidates }: Row): string | null {
  const most = asked.length < 4 ? 0 : asked.length < 7 ? 1 : 2;
  const [best] = candidates
    .map((candidate) => ({ ...candidate, mistakes: mistakesBetween(asked, candidate.light, most) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((a, b) => a.mistakes - b.mistakes || b.count - a.count || (a.word < b.word ? -1 : 1));
  return best?.word ?? null;
}

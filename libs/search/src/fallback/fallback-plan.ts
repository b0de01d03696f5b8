import { amazighLight, arabicLight, latinLight } from '@tiwizi/text';
import { keysOf, knownThings, likeThings, wordsAsked } from '../engine/query-plan.js';
import { anyProduct } from '../engine/product-document.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { isStopWord, wordScript, wordsOf, type WordScript } from '../words/words.js';

/** One way a product may fit; the best one that does is its score. Conditions read a row of search.document. */
export interface Branch {
  readonly condition: string;
  readonly score: number;
}

/** More words than these only make a text rarer. */
const mostWords = 8;
/** Shorter words have too few trigrams to be recognized with a mistake in them. */
const leastForMistakes = 4;

/** Collects values as parameters of a statement: nothing a visitor types becomes part of its text. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type = 'text'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/**
 * The engine's plan in PostgreSQL's means: the same light forms, consonants and lexicon, trigrams for mistakes. These
 * look at many rows to find few: a quick plan does without.
 */
export function planBranches(text: string, lexicon: Lexicon, parameters: Parameters, isQuick = false): Branch[] {
  const q = wordsAsked(text);
  return [
    ...textBranches(q, parameters, isQuick),
    ...keysOf(q).map(({ key, weight }) => ({
      condition: `keys @> ${parameters.add(key.split(' '), 'text[]')}`,
      score: weight * 0.9,
    })),
    ...thingBranches(q, lexicon, parameters),
  ];
}

/** Each word in the light form of its script; a Latin one may also be Amazigh. */
function textBranches(q: string, parameters: Parameters, isQuick: boolean): Branch[] {
  const asked = wordsOf(q).filter((word) => !isStopWord(word));
  const inForm = (latin: (word: string) => string) =>
    asked.flatMap((word) => wordsOf(lightForms[wordScript(word)]?.(word) ?? latin(word))).slice(0, mostWords);
  const readings = [
    { words: inForm(latinLight), weight: 1 },
    { words: inForm(amazighLight), weight: 0.8 },
  ];
  const isSame = readings[0]?.words.join(' ') === readings[1]?.words.join(' ');
  return readings
    .slice(0, isSame ? 1 : 2)
    .filter(({ words }) => words.length)
    .flatMap(({ words, weight }) => branchesOf(words, weight, parameters, isQuick));
}

const lightForms: Partial<Record<WordScript, (word: string) => string>> = { arab: arabicLight, tfng: amazighLight };

function branchesOf(words: readonly string[], weight: number, parameters: Parameters, isQuick: boolean): Branch[] {
  const beginnings = words.map((word) => parameters.add(`% ${word}%`));
  const inTitle = (place: number) => `title like ${beginnings[place]}`;
  const every = words.map((_, place) => inTitle(place)).join(' and ');
  // Beginnings of words come from the index of words; the title alone is looked at in what it found.
  const anywhere = words.map((word) => startOf(word)).join(' & ');
  const some = words.map((word) => startOf(word)).join(' | ');
  const nearly = () =>
    words
      .map((word, place) => (word.length >= leastForMistakes ? `${parameters.add(word)} <% title` : inTitle(place)))
      .join(' and ');
  const asked = (query: string) => `words @@ ${parameters.add(query, 'tsquery')}`;
  return [
    { condition: `${asked(anywhere)} and ${every}`, score: weight },
    { condition: asked(anywhere), score: weight * 0.72 },
    ...(!isQuick && words.some(({ length }) => length >= leastForMistakes)
      ? [{ condition: nearly(), score: weight * 0.62 }]
      : []),
    ...(words.length > 1
      ? [
          {
            condition: `${asked(some)} and (${words.map((_, place) => inTitle(place)).join(' or ')})`,
            score: weight * 0.4,
          },
        ]
      : []),
  ];
}

/** Words of letters and digits only: nothing in them means anything to a tsquery. */
const startOf = (word: string): string => `'${word.replace(/['\\]/g, '')}':*`;

/** Questions that are only a filter; those with words left over are what the text says already. */
function thingBranches(q: string, lexicon: Lexicon, parameters: Parameters): Branch[] {
  return [...knownThings(q, lexicon), ...likeThings(q, lexicon)]
    .filter((question) => question.q === anyProduct)
    .map(({ things = [], heads, weight }) => ({
      condition: [
        ...(heads ? [`heads && ${parameters.add(heads, 'text[]')}`] : []),
        ...things.map((ids) => `things && ${parameters.add(ids, 'text[]')}`),
      ].join(' and '),
      score: weight,
    }))
    .filter(({ condition }) => condition);
}

import type { Random } from './random.js';
import { begun, inChatLetters, inLatinLetters, mistyped, withoutMarks, wordsOf } from './typed-words.js';

/** A text in each of its languages, as the catalogue keeps titles and names. */
export type Texts = Readonly<Record<string, string>>;

export interface WordSources {
  readonly titles: readonly Texts[];
  readonly cooperatives: readonly Texts[];
}

interface Habit {
  /** How often people ask in this way, beside the others. */
  readonly share: number;
  readonly ask: (random: Random, sources: WordSources) => string;
}

/** A few neighbouring words of a text. */
function words(text: string, random: Random, most = 3): string[] {
  const all = wordsOf(text);
  const count = Math.min(all.length, 1 + random.below(most));
  const start = random.below(all.length - count + 1);
  return all.slice(start, start + count);
}

const anyText = (texts: Texts, random: Random): string => random.pick(Object.values(texts).concat(''));
const title = (random: Random, { titles }: WordSources): Texts => random.pick(titles);

function unfinished(text: string, random: Random): string {
  const asked = words(text, random, 2);
  const last = asked.at(-1) ?? '';
  return [...asked.slice(0, -1), begun(last, random)].join(' ');
}

function withMistake(text: string, random: Random): string {
  const asked = words(text, random);
  const at = random.below(Math.max(1, asked.length));
  return asked.map((word, place) => (place === at ? mistyped(word, random) : word)).join(' ');
}

const habits: readonly Habit[] = [
  { share: 34, ask: (random, from) => words(anyText(title(random, from), random), random).join(' ') },
  { share: 14, ask: (random, from) => unfinished(anyText(title(random, from), random), random) },
  { share: 18, ask: (random, from) => withMistake(anyText(title(random, from), random), random) },
  { share: 8, ask: (random, from) => withoutMarks(words(anyText(title(random, from), random), random).join(' ')) },
  { share: 10, ask: (random, from) => inLatinLetters(words(title(random, from)['zgh'] ?? '', random).join(' ')) },
  { share: 8, ask: (random, from) => inChatLetters(words(title(random, from)['ar'] ?? '', random, 2).join(' ')) },
  { share: 8, ask: (random, { cooperatives }) => words(anyText(random.pick(cooperatives), random), random).join(' ') },
];

const shares = habits.reduce((sum, { share }) => sum + share, 0);

function habit(random: Random): Habit {
  let left = random.next() * shares;
  return habits.find(({ share }) => (left -= share) < 0) ?? (habits[0] as Habit);
}

/**
 * What buyers ask for: words of the catalogue's own titles in every language and script, whole, begun, mistyped,
 * without their marks, in Latin letters and in those of telephones. All different, so that no answer is remembered.
 */
export function variedQueries(sources: WordSources, count: number, random: Random): string[] {
  const asked = new Set<string>();
  for (let tries = 0; asked.size < count && tries < count * 20; tries += 1) {
    const query = habit(random).ask(random, sources).trim().toLowerCase();
    if ([...query].length > 1) asked.add(query);
  }
  return [...asked];
}

import { isOneMistakeApart } from '../words/one-mistake.js';
import { remembered } from '../words/remembered.js';
import { wordKeys, type WordKeys } from '../words/word-keys.js';
import { isStopWord, wordsOf } from '../words/words.js';
import { lexiconEntries, type LexiconEntry } from './lexicon-files.js';

const levels = ['exact', 'stem', 'sound'] as const;
/** How a word was known: as written, by its stem, by its consonants, by its beginning, or despite a mistake. */
export type Level = (typeof levels)[number] | 'start' | 'mistake';

/** A stretch of words and the entries it may stand for. */
export interface Reading {
  readonly entries: readonly LexiconEntry[];
  readonly words: readonly string[];
  readonly level: Level;
  /** Read in English, where what a phrase is about comes last. */
  readonly isEnglish: boolean;
}

/** `asked` words may be misspelt, unfinished or typed by sound; those of a title are taken as they are. */
export type Origin = 'asked' | 'title';

/** Several words are one thing only when the whole phrase is known: rose water is not a rose. */
const longestPhrase = 4;
/** Shorter words begin too many others, or are one letter away from them; longer ones are no words. */
const shortest = { start: 4, mistake: 5 };
const longestWord = 24;

/** What a phrase is about is its first thing, as in French, Arabic and Amazigh; the others narrow it. */
export function headOf(readings: readonly Reading[], isHeadLast: boolean): Reading | undefined {
  const isThing = ({ entries }: Reading) => entries.some(({ kind }) => kind === 'good');
  return isHeadLast ? readings.findLast(isThing) : readings.find(isThing);
}

/** Knows things by name, in any language, script, number, state or usual spelling. */
export class Lexicon {
  private readonly known: Record<(typeof levels)[number], Map<string, LexiconEntry[]>> = {
    exact: new Map(),
    stem: new Map(),
    sound: new Map(),
  };
  /** Single words known exactly, by length: only those of about the same length can be a misspelling of one. */
  private readonly byLength = new Map<number, [string, LexiconEntry[]][]>();
  private readonly english = new Set<string>();
  private readonly french = new Set<string>();
  /** Keys that stand at a place of a phrase of some length: most runs of words are no phrase by their first word. */
  private readonly placed = new Map<string, Set<string>>();
  /** Titles use the same words over and over, and so do questions. */
  private readonly namedWord = {
    title: remembered((word) => this.named([word], 'title')),
    asked: remembered((word) => this.named([word], 'asked')),
  };

  constructor(entries: readonly LexiconEntry[] = lexiconEntries) {
    for (const entry of entries) this.learn(entry);
    for (const [key, named] of this.known.exact) {
      if (key.includes(' ')) continue;
      this.byLength.set(key.length, [...(this.byLength.get(key.length) ?? []), [key, named]]);
    }
  }

  /** Which entries a run of words names; words nobody knows are left over. */
  read(text: string, origin: Origin): { readings: Reading[]; rest: string[] } {
    const words = wordsOf(text).filter((word) => !isStopWord(word));
    const readings: Reading[] = [];
    const rest: string[] = [];
    for (let start = 0; start < words.length;) {
      const reading = this.longestAt(words, start, origin);
      if (reading) readings.push(reading);
      else rest.push(words[start] ?? '');
      start += reading?.words.length ?? 1;
    }
    return { readings, rest };
  }

  private longestAt(words: readonly string[], start: number, origin: Origin): Reading | null {
    for (let length = Math.min(longestPhrase, words.length - start); length > 0; length -= 1) {
      const phrase = words.slice(start, start + length);
      const [word] = phrase;
      const isWord = length === 1 && word !== undefined;
      const found = isWord ? this.namedWord[origin](word) : this.named(phrase, origin);
      if (found) return { ...found, words: phrase, isEnglish: this.isEnglish(phrase) };
    }
    return null;
  }

  private named(words: readonly string[], origin: Origin): Pick<Reading, 'entries' | 'level'> | null {
    const keys = words.map(wordKeys);
    const known = keys.every((key, place) => this.mayStandAt(place, words.length, key))
      ? this.surest(keys, origin)
      : null;
    const [only] = keys;
    return known ?? (origin === 'asked' && only && words.length === 1 ? this.guessed(only) : null);
  }

  private mayStandAt(place: number, length: number, { exact, stem, sound }: WordKeys): boolean {
    const known = this.placed.get(`${place}/${length}`);
    return known !== undefined && [exact, stem, sound].some((keys) => keys.some((key) => known.has(key)));
  }

  private surest(keys: readonly WordKeys[], origin: Origin): Pick<Reading, 'entries' | 'level'> | null {
    for (const [place, level] of levels.entries()) {
      if (level === 'sound' && origin === 'title') break;
      const upTo = levels.slice(0, place + 1);
      const asked = phrases(keys.map((key) => upTo.flatMap((kind) => [...key[kind]])));
      const entries = asked.flatMap((phrase) => upTo.flatMap((kind) => this.known[kind].get(phrase) ?? []));
      if (entries.length) return { entries: [...new Set(entries)], level };
    }
    return null;
  }

  /** One word that begins, or almost is, the name of one thing. Of several things it is taken for none. */
  private guessed({ exact }: WordKeys): Pick<Reading, 'entries' | 'level'> | null {
    const begun = exact
      .filter((word) => isGuessable(word, shortest.start))
      .flatMap((word) => this.withWords('longer', word, (key) => key.startsWith(word)));
    const mistaken = () =>
      exact
        .filter((word) => isGuessable(word, shortest.mistake))
        .flatMap((word) => this.withWords('alike', word, (key) => isOneMistakeApart(word, key)));
    return onlyOne(begun, 'start') ?? onlyOne(mistaken(), 'mistake');
  }

  private withWords(lengths: 'longer' | 'alike', word: string, fits: (key: string) => boolean): LexiconEntry[] {
    const isInReach = (length: number) =>
      lengths === 'longer' ? length > word.length : Math.abs(length - word.length) <= 1;
    return [...this.byLength]
      .filter(([length]) => isInReach(length))
      .flatMap(([, words]) => words.filter(([key]) => fits(key)).flatMap(([, entries]) => entries));
  }

  private isEnglish(words: readonly string[]): boolean {
    const phrase = words.join(' ').toLowerCase();
    return this.english.has(phrase) && !this.french.has(phrase);
  }

  private learn(entry: LexiconEntry): void {
    const { fr = [], en = [], ar = [], zgh = [], ary = [] } = entry;
    for (const form of [...fr, ...en]) this.learnForm(entry, form, ['exact', 'stem'], isFrenchOrEnglish);
    for (const form of [...ar, ...zgh, ...ary]) this.learnForm(entry, form, levels);
    for (const form of en) this.english.add(form);
    for (const form of [...fr, ...ary]) this.french.add(form);
  }

  private learnForm(
    entry: LexiconEntry,
    form: string,
    upTo: readonly (typeof levels)[number][],
    isItsKey: (key: string) => boolean = () => true,
  ): void {
    const words = wordsOf(form).filter((word) => !isStopWord(word));
    if (!words.length || words.length > longestPhrase) return;
    const keys = words.map(wordKeys);
    for (const level of upTo) {
      const choices = keys.map((key) => key[level].filter(isItsKey));
      choices.forEach((choice, place) => this.place(choice, place, words.length));
      for (const phrase of phrases(choices)) {
        const entries = this.known[level].get(phrase) ?? [];
        if (!entries.includes(entry)) this.known[level].set(phrase, [...entries, entry]);
      }
    }
  }

  private place(keys: readonly string[], place: number, length: number): void {
    const name = `${place}/${length}`;
    const known = this.placed.get(name) ?? new Set();
    for (const key of keys) known.add(key);
    this.placed.set(name, known);
  }
}

/** A Latin word has keys as Amazigh too; a French name is not one. */
const isFrenchOrEnglish = (key: string): boolean => key.startsWith('la:');

function onlyOne(found: readonly LexiconEntry[], level: Level): Pick<Reading, 'entries' | 'level'> | null {
  const entries = [...new Set(found)];
  return entries.length === 1 ? { entries, level } : null;
}

function isGuessable(key: string, least: number): boolean {
  const length = key.length - key.indexOf(':') - 1;
  return length >= least && length <= longestWord;
}

/** Every way to put one key per word in a row; a long phrase of many keys is cut short. */
function phrases(keys: readonly (readonly string[])[]): string[] {
  const mostWays = 64;
  return keys.reduce<string[]>(
    (starts, choices) =>
      starts.flatMap((start) => choices.map((choice) => (start ? `${start} ${choice}` : choice))).slice(0, mostWays),
    [''],
  );
}

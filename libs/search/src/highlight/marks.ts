import type { Lexicon } from '../lexicon/lexicon.js';
import { isOneMistakeApart } from '../words/one-mistake.js';
import { wordKeys } from '../words/word-keys.js';
import { isStopWord, wordsOf } from '../words/words.js';

/** A stretch of a text, in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

interface Known {
  readonly exact: readonly string[];
  readonly keys: readonly string[];
  readonly things: readonly string[];
}

const mostKept = 20_000;
/** Shorter words begin, or almost are, too many others. */
const shortest = { start: 2, mistake: 5 };

/**
 * Which words of a shown text were meant by what was typed: the same word in any script, spelling, number or state,
 * and the word for the same thing. Stretches only: the page makes elements of them, never a string of markup.
 */
export class Highlighter {
  private readonly kept = new Map<string, Known>();

  constructor(private readonly lexicon: Lexicon) {}

  /** A function that finds the stretches for one text typed. */
  asked(q: string): (text: string) => Mark[] {
    const words = wordsOf(q)
      .filter((word) => !isStopWord(word))
      .slice(0, 10);
    if (!words.length) return () => [];
    const asked = words.map((word) => this.known(word));
    const keys = new Set(asked.flatMap((word) => word.keys));
    const things = new Set([...this.thingsIn(q, 'asked'), ...asked.flatMap((word) => word.things)]);
    const starts = asked.flatMap(({ exact }) => exact);
    return (text) => this.marksIn(text, { keys, things, starts });
  }

  private marksIn(
    text: string,
    asked: { keys: ReadonlySet<string>; things: ReadonlySet<string>; starts: readonly string[] },
  ): Mark[] {
    const marks: Mark[] = [];
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (isStopWord(word)) continue;
      const { exact, keys, things } = this.known(word);
      const isMeant =
        keys.some((key) => asked.keys.has(key)) ||
        things.some((thing) => asked.things.has(thing)) ||
        exact.some((key) => asked.starts.some((start) => isAlmost(key, start)));
      if (isMeant) marks.push({ start: index, end: index + word.length });
    }
    return marks;
  }

  /** Titles share their words: each is looked at once. */
  private known(word: string): Known {
    const before = this.kept.get(word);
    if (before) return before;
    const { exact, stem } = wordKeys(word);
    const known = { exact, keys: [...exact, ...stem], things: this.thingsIn(word, 'title') };
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(word, known);
    return known;
  }

  private thingsIn(text: string, origin: 'asked' | 'title'): string[] {
    return this.lexicon.read(text, origin).readings.flatMap(({ entries }) => entries.map(({ id }) => id));
  }
}

/** Begun, or with one mistake; keys carry the name of their alphabet before a colon. */
function isAlmost(key: string, asked: string): boolean {
  const length = asked.length - asked.indexOf(':') - 1;
  return (
    (length >= shortest.start && key.startsWith(asked)) || (length >= shortest.mistake && isOneMistakeApart(key, asked))
  );
}

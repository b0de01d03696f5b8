import { lightWord } from '../words/light-word.js';
import { mistakesBetween } from '../words/mistakes-between.js';
import { isStopWord, wordsOf } from '../words/words.js';
import type { Texts } from './texts.js';

/** What a title is worth more that says what was typed and nothing else, with none, one or two mistakes in it. */
const worth = [0.25, 0.2, 0.12];
/** A mistake in fewer letters than these makes another word. */
const lettersForMistakes = [0, 4, 9];

const mostKept = 50_000;
const kept = new Map<string, string>();

/** The engine counts matching words, and cannot tell the pot that is called so from the basket that holds one too. */
export function titleFit(q: string): (title: Texts) => number {
  const asked = folded(q);
  const most = lettersForMistakes.findLastIndex((least) => asked.length >= least);
  return (title) =>
    Math.max(
      ...Object.values(title).map((text) => {
        const mistakes = mistakesBetween(asked, known(text), most);
        return mistakes > most ? 0 : (worth[mistakes] ?? 0);
      }),
      0,
    );
}

/** Titles share their readers: each is folded once. */
function known(title: string): string {
  const before = kept.get(title);
  if (before !== undefined) return before;
  if (kept.size >= mostKept) kept.clear();
  const fold = folded(title);
  kept.set(title, fold);
  return fold;
}

const folded = (text: string): string =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(lightWord)
    .filter(Boolean)
    .join(' ');

import { lightWord } from './light-word.js';
import { isStopWord, wordsOf } from './words.js';

const kept = new Map<string, readonly string[]>();
const mostKept = 2000;

/** Does every word typed begin a word of this name? Names are few and looked at again and again. */
export function beginsLike(name: string, typed: string): boolean {
  const asked = lightWords(typed);
  return asked.length > 0 && asked.every((start) => known(name).some((word) => word.startsWith(start)));
}

function known(name: string): readonly string[] {
  const before = kept.get(name);
  if (before) return before;
  if (kept.size >= mostKept) kept.clear();
  const words = lightWords(name);
  kept.set(name, words);
  return words;
}

const lightWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(lightWord)
    .filter(({ length }) => length > 1);

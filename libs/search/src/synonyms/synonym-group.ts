import type { SynonymGroup } from '@tiwizi/contracts';
import { lightWord } from '../words/light-word.js';
import { wordsOf } from '../words/words.js';
import { SynonymsTooAlike } from './synonym-errors.js';

/** A group as it leaves: for lists and for whoever has just written it. */
export const groupColumns = `
  id, words, note, version, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "changedAt"`;

export type GroupRow = SynonymGroup;

export const lightPhrase = (text: string): string => wordsOf(text).map(lightWord).filter(Boolean).join(' ');

/** Each word once, as typed; refused when fewer than two are left that the search would tell apart. */
export function distinctWords(words: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const word of words) {
    const cleaned = wordsOf(word).join(' ').toLowerCase();
    if (cleaned && !distinct.has(lightPhrase(cleaned))) distinct.set(lightPhrase(cleaned), cleaned);
  }
  if (distinct.size < 2) throw new SynonymsTooAlike();
  return [...distinct.values()];
}

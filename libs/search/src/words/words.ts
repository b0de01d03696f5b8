import { scriptOf } from '@tiwizi/text';

/** What a word is read as: a Latin one may be French, English, Amazigh or Darija, and is tried as each. */
export type WordScript = 'arab' | 'tfng' | 'latn';

/** Words of any script; the labial mark of Amazigh belongs to its word, punctuation to none. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

export function wordScript(word: string): WordScript {
  const script = scriptOf(word);
  if (script === 'arab' || script === 'tfng') return script;
  return 'latn';
}

/** Words that say how others hang together; a query of only these says nothing. */
export const stopWords: readonly string[] = [
  'ال من في و على مع ديال',
  'de du des la le les l d et en à a au aux pour avec',
  'of the for with and',
  'ⵏ ⴷ ⵙ ⵉ ⴳ n dyal',
].flatMap((line) => line.split(' '));

const silent = new Set(stopWords);

export const isStopWord = (word: string): boolean => silent.has(word.toLowerCase());

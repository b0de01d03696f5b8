import { hasArabic, hasTifinagh, wordsOf } from '../script.js';
import { skeletonOfArabic, soundOfChatDigit } from './alphabets.js';
import { bareArabicWord, romanize, single } from './light-forms.js';

/** The ways one Latin spelling can be meant; each distinct result is worth asking for. */
export interface SkeletonReading {
  /** A bare c as in French (k, or s before e, i, y), not as the Amazigh sh. */
  readonly frenchC?: boolean;
  /** Without the article of Darija: lward, l3sel. */
  readonly stripL?: boolean;
}

/**
 * The consonants of each word, in one alphabet for Arabic script, Tifinagh and Latin typing:
 * عسل, العسل and 3sel are all `sl`; قفطان, 9aftan and caftan `kftn`. Words of one consonant say nothing.
 */
export function skeleton(text: string, reading: SkeletonReading = {}): string {
  return wordsOf(text)
    .map((word) => skeletonOfWord(word, reading))
    .filter((key) => key.length >= 2 && !/^\d+$/.test(key))
    .join(' ');
}

function skeletonOfWord(word: string, { frenchC = false, stripL = false }: SkeletonReading): string {
  if (hasArabic(word)) return arabicSkeleton(word);
  if (hasTifinagh(word)) return latinSkeleton(romanize(word), false);
  return latinSkeleton(stripL ? word.replace(/^l(?=[^aeiouly]).(?=.)/i, (start) => start.slice(1)) : word, frenchC);
}

function arabicSkeleton(word: string): string {
  const letters = [...bareArabicWord(word).replace(/ه$/, '')];
  return single(
    letters
      .map((letter, place) => (place === 0 && letter === 'و' ? 'w' : (skeletonOfArabic.get(letter) ?? '')))
      .join(''),
  );
}

/** Sounds that take several Latin letters, as capitals until the vowels are gone: C is sh, G is gh. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/tch|ch|sh/g, 'C'],
  [/gh/g, 'G'],
  [/kh/g, 'x'],
  [/dj/g, 'j'],
  [/ph/g, 'f'],
  [/qu/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/ç/g, 's'],
];
const frenchReadings: typeof digraphs = [
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
];
const amazighReadings: typeof digraphs = [[/c/g, 'C']];
/** A w or y that only carries the next vowel: warda and arda, yiwen and iwen. */
const glides: typeof digraphs = [
  [/^w(?=[aeiou])/, ''],
  [/^y(?=i)/, ''],
];

function latinSkeleton(word: string, frenchC: boolean): string {
  const plain = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[ɣγ]/g, 'G')
    .replace(/[ɛεʷ°]/g, '')
    .replace(/\p{M}+/gu, '');
  const rules = [...digraphs, ...(frenchC ? frenchReadings : amazighReadings), ...glides];
  const sounds = rules.reduce((text, [spelling, sound]) => text.replace(spelling, sound), withoutChatDigits(plain));
  return single([...sounds].map(consonant).join(''));
}

/** Digits are letters only beside letters: 3sel is honey, 250 is a weight. */
function withoutChatDigits(word: string): string {
  if (!/[a-zG]/.test(word)) return word;
  return word.replace(/[235679]/g, (digit) => soundOfChatDigit.get(digit) ?? digit);
}

const merged = new Map([
  ['C', 'c'],
  ['G', 'v'],
  ['v', 'f'],
  ['p', 'b'],
  ['q', 'k'],
]);

function consonant(letter: string, place: number): string {
  if ('aeiouy'.includes(letter) || (letter === 'w' && place > 0)) return '';
  return merged.get(letter) ?? (/[a-z0-9]/.test(letter) ? letter : '');
}

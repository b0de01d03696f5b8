import { amazighLight, arabicLight, latinLight, scriptOf } from '@tiwizi/text';
import type { Random } from './random.js';

/** Neighbours on the keyboards people type on: one key too far is the commonest mistake. */
const rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'ضصثقفغعهخحج', 'شسيبلاتنمكط', 'ئءؤرىةوزظد'];
/** Darija as it is written in telephones: digits for the letters that French does not have. */
const chat: Record<string, string> = {
  ء: '2',
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ب: 'b',
  ة: 'a',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: '7',
  خ: 'kh',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'ch',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  ع: '3',
  غ: 'gh',
  ف: 'f',
  ق: '9',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'ou',
  ى: 'a',
  ي: 'i',
};

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length > 1);

/** Arabic words in Latin letters and digits. */
export const inChatLetters = (text: string): string =>
  [...arabicLight(text)].map((letter) => chat[letter] ?? (letter === ' ' ? ' ' : '')).join('');

/** Tifinagh words as most people type them. */
export const inLatinLetters = (text: string): string => amazighLight(text);

/** Without accents, without hamza and marks: what is left out in a hurry. */
export const withoutMarks = (text: string): string =>
  scriptOf(text) === 'arab' ? arabicLight(text) : latinLight(text);

/** The beginning of a word that is still being typed. */
export function begun(word: string, random: Random): string {
  const letters = [...word];
  return letters.slice(0, Math.max(2, Math.ceil(letters.length * (0.4 + 0.4 * random.next())))).join('');
}

/** One letter left out, doubled, swapped with the next, or a key too far. */
export function mistyped(word: string, random: Random): string {
  const letters = [...word];
  if (letters.length < 4) return word;
  const place = 1 + random.below(letters.length - 2);
  const [letter = '', next = ''] = letters.slice(place, place + 2);
  const kinds = [[], [letter, letter, next], [next, letter], [neighbour(letter, random), next]];
  const kind = random.below(kinds.length);
  const changed = kind === 0 ? [next] : (kinds[kind] ?? []);
  return [...letters.slice(0, place), ...changed, ...letters.slice(place + 2)].join('');
}

function neighbour(letter: string, random: Random): string {
  const row = rows.find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return row[at + (random.below(2) || -1)] ?? letter;
}

import { hasTifinagh, wordsOf } from '../script.js';
import { latinOfTifinagh } from './alphabets.js';

const arabicMarks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200e\u200f\u061c]/g;

/** Arabic letters that writers use for one another, made one. */
const arabicTwins: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/[ىئ]/g, 'ي'],
  [/ة/g, 'ه'],
  [/ؤ/g, 'و'],
  [/ء/g, ''],
  [/[ڭݣگ]/g, 'ك'],
  [/ڤ/g, 'ف'],
  [/پ/g, 'ب'],
];

/** Without marks, article, or the particles that melt into it: العسل and بالعسل are found as عسل. */
export const arabicLight = (text: string): string => wordsOf(text).map(bareArabicWord).join(' ');

/** Amazigh in plain Latin: no dots, no schwa, no labial sign, doubles single. ⵜⴰⵥⵕⴱⵉⵜ and tazerbit meet here. */
export const amazighLight = (text: string): string =>
  wordsOf(text)
    .map((word) => single(latinFold(hasTifinagh(word) ? romanize(word) : word).replaceAll('e', '')))
    .filter(Boolean)
    .join(' ');

/** Latin without accents or apostrophes. */
export const latinLight = (text: string): string => wordsOf(latinFold(text)).join(' ');

export const romanize = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => (letter === '\u2d7f' ? '' : (latinOfTifinagh.get(letter) ?? letter)))
    .join('');

/** Double letters written once. */
export const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/** The article must leave two letters behind, or الو would vanish. */
export function bareArabicWord(word: string): string {
  const folded = foldArabic(word);
  const withArticle = /^[وف]?[بك]?ال(?=..)/u;
  const withFusedArticle = /^[وف]?لل(?=..)/u;
  return withArticle.test(folded) ? folded.replace(withArticle, '') : folded.replace(withFusedArticle, '');
}

function foldArabic(text: string): string {
  const bare = text.normalize('NFKC').replace(arabicMarks, '');
  return arabicTwins.reduce((folded, [letter, twin]) => folded.replace(letter, twin), bare);
}

function latinFold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ɣγ]/g, 'gh')
    .replace(/[ɛεʷ°]/g, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’'ʼ`]/g, ' ');
}

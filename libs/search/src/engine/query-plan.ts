import { amazighLight, arabicLight, scriptOf, skeleton } from '@tiwizi/text';
import { headOf, type Level, type Lexicon, type Reading } from '../lexicon/lexicon.js';
import { amazighBase, amazighStem } from '../words/amazigh-stem.js';
import { arabicStems, withoutParticle } from '../words/arabic-stem.js';
import { isStopWord, wordScript, wordsOf } from '../words/words.js';
import { naturalFields } from './index-settings.js';
import { anyProduct } from './product-document.js';

/** One question to the engine; the best weighted answer to any of them ranks a product. */
export interface Question {
  readonly q: string;
  readonly fields: readonly string[];
  readonly weight: number;
  readonly locales?: readonly ('ara' | 'fra' | 'eng')[];
  /** Answers below this score of the engine are noise. */
  readonly threshold?: number;
  /** What the product must be, by the lexicon: one of each group. */
  readonly things?: readonly (readonly string[])[];
  /** What the product itself must be: one of these. */
  readonly heads?: readonly string[];
  /** Every word must be found. */
  readonly isStrict?: boolean;
}

const lightAr = ['sh.titleAr', 'sh.textAr'];
const lightZgh = ['sh.titleZgh', 'sh.textZgh'];

/** The engine looks at ten words; a text of more is looked for by its first. */
const mostWords = 10;
/** No language here has longer words. */
const longestWord = 60;
/** Whole sentences are not typed by ear: consonants and Amazigh in Latin letters are tried for a few words only. */
const fewWords = 5;
/** A sentence is found without one of its words anyway. */
const mostMistyped = 8;
/** Letters nothing for sale is written in. Greek ones stand for ɣ and ɛ where a keyboard has no others. */
const foreign = /[^\p{Script=Arabic}\p{Script=Tifinagh}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}γε]/u;

/**
 * What is looked for. Quotes, minus signs and whatever else the engine would take for an instruction are gone, and so
 * are foreign alphabets and the single letters that elisions and particles leave behind.
 */
export function wordsAsked(text: string): string {
  const words = wordsOf(text).filter((word) => word.length <= longestWord && !foreign.test(word));
  const telling = words.filter((word) => [...word].length > 1);
  return (telling.length ? telling : words).slice(0, mostWords).join(' ');
}

/** Questions in two parts: what is asked first, and what is tried where that led nowhere. */
export interface QueryPlan {
  /** The words as typed, their light forms, and what the lexicon knows of them. */
  readonly sure: readonly Question[];
  /** Their consonants, Amazigh in Latin letters, and all words but one: guesses, and dear ones. */
  readonly guesses: readonly Question[];
}

/** Nothing for no words. */
export function planQuestions(text: string, lexicon: Lexicon): QueryPlan {
  const q = wordsAsked(text);
  if (!q) return { sure: [], guesses: [] };
  const script = scriptOf(q);
  const locales = localesOf(q);
  const isShort = wordsOf(q).length <= fewWords;
  const asArabic = { q: arabicLight(q), fields: lightAr, weight: 0.95, locales };
  const asAmazigh = (weight: number): Question => ({ q: amazighLight(q), fields: lightZgh, weight, locales: ['eng'] });
  const sure: Question[] = [
    { q, fields: naturalFields, weight: 1, locales },
    ...(script === 'arab' || script === 'mixed' ? [asArabic] : []),
    ...(script === 'tfng' || script === 'mixed' ? [asAmazigh(0.95)] : []),
    ...knownThings(q, lexicon),
  ];
  const guesses: Question[] = [
    ...(script === 'latn' && isShort ? [asAmazigh(0.8)] : []),
    ...(isShort ? keysOf(q) : []).map(({ key, weight }): Question => ({
      q: key,
      fields: ['sh.key'],
      weight,
      threshold: 0.5,
      locales: ['eng'],
    })),
    ...likeThings(q, lexicon),
    ...allButOne(q, lexicon).map((rest): Question => ({
      q: rest,
      fields: ['title.*'],
      weight: 0.74,
      locales,
      isStrict: true,
    })),
  ];
  const isAsking = (question: Question) => Boolean(question.q.trim());
  return { sure: sure.filter(isAsking), guesses: guesses.filter(isAsking) };
}

/** A word may be mistyped beyond recognition: the others find what was meant. Names of things are typed rightly. */
function allButOne(q: string, lexicon: Lexicon): string[] {
  const words = wordsOf(q).filter((word) => !isStopWord(word));
  if (words.length < 2 || words.length > mostMistyped) return [];
  const { readings } = lexicon.read(q, 'asked');
  const sure = new Set(readings.filter(({ level }) => level === 'exact').flatMap((reading) => reading.words));
  return words.flatMap((word, place) => (sure.has(word) ? [] : [words.toSpliced(place, 1).join(' ')]));
}

const localesOf = (q: string): NonNullable<Question['locales']> =>
  scriptOf(q) === 'arab' || scriptOf(q) === 'mixed' ? ['ara'] : ['fra', 'eng'];

/** Every word names a thing or a quality as it is written. */
export function isKnown(q: string, lexicon: Lexicon): boolean {
  const { readings, rest } = lexicon.read(q, 'asked');
  return !rest.length && readings.length > 0 && readings.every(({ level }) => level === 'exact');
}

/** The consonants of the words, in each way a Latin word can be meant, and what is left of them without endings. */
export function keysOf(text: string): { key: string; weight: number }[] {
  const words = wordsOf(text).filter((word) => !isStopWord(word));
  const readings = [{}, { frenchC: true }, { stripL: true }, { frenchC: true, stripL: true }];
  const stems = words.map((word) => (wordScript(word) === 'arab' ? arabicSound(word) : amazighStem(word)));
  const bare = words.map((word) => arabicSound(withoutParticle(word) ?? word));
  const bases = words.map((word) => (wordScript(word) === 'arab' ? '' : amazighBase(word)));
  const keys = [
    ...readings.map((reading) => skeleton(words.join(' '), reading)),
    stems.join(' '),
    ...(scriptOf(text) === 'arab' ? [bare.join(' ')] : [bases.join(' ')]),
  ];
  const distinct = new Set(keys.map((key) => key.replace(/\s+/g, ' ').trim()));
  return [...distinct].filter((key) => key.length >= 2).map((key) => ({ key, weight: weightOfKey(key) }));
}

const arabicSound = (word: string): string => skeleton(arabicStems(word)[0] ?? word);

/** The fewer consonants, the more strangers share them: a word with one wrong letter is then the better guess. */
function weightOfKey(key: string): number {
  const words = key.split(' ');
  const consonants = words.join('').length / words.length;
  return consonants >= 4 ? 0.8 : consonants >= 3 ? 0.7 : 0.55;
}

/** How far the lexicon's understanding is trusted; a text that says what was asked, word for word, counts 1. */
const trust: Record<Level, number> = { exact: 1.01, stem: 0.94, sound: 0.85, start: 0.85, mistake: 0.8 };

/** What the lexicon knows of the words: what a product is, then what it has to do with. */
export function knownThings(q: string, lexicon: Lexicon): Question[] {
  const known = readThings(q, lexicon);
  if (!known) return [];
  const { rest, things, heads, weight } = known;
  const all = { ...asText(rest.join(' ')), things };
  return [...(heads ? [{ ...all, heads, weight }] : []), { ...all, weight: weight * 0.93 }];
}

/** Less and less of it: other words by ear only, not at all; what the first thing is, what the others are. */
export function likeThings(q: string, lexicon: Lexicon): Question[] {
  const known = readThings(q, lexicon);
  if (!known?.heads) return [];
  const { rest, things, heads, others, weight } = known;
  const heard = skeleton(rest.join(' '));
  const isOneOf = (ids: string[]) => ({ ...asText(''), things: [], heads: ids });
  return [
    ...(heard ? [{ q: heard, fields: ['sh.key'], things, heads, threshold: 0.5, weight: weight * 0.86 }] : []),
    ...(rest.length ? [{ ...isOneOf(heads), things, weight: weight * 0.72 }] : []),
    ...(things.length > 1 ? [{ ...isOneOf(heads), weight: weight * 0.7 }] : []),
    ...(others.length ? [{ ...isOneOf(others), weight: weight * 0.68 }] : []),
  ];
}

function readThings(q: string, lexicon: Lexicon) {
  const { readings, rest } = lexicon.read(q, 'asked');
  if (!readings.length) return null;
  const head = headOf(
    readings,
    readings.some(({ isEnglish }) => isEnglish),
  );
  return {
    rest,
    things: readings.map(idsOf),
    heads: head && idsOf(head),
    // In "plat à tajine" the second thing is meant.
    others: readings.filter((reading) => reading !== head).flatMap(idsOf),
    weight: Math.min(...readings.map(({ level }) => trust[level])),
  };
}

/** Words the lexicon does not know must be in the text; without any the filter alone decides. */
const asText = (rest: string): Pick<Question, 'q' | 'fields' | 'isStrict'> =>
  rest
    ? { q: rest, fields: [...naturalFields, ...lightAr, ...lightZgh], isStrict: true }
    : { q: anyProduct, fields: ['title.any'] };

const idsOf = ({ entries }: Reading): string[] => entries.map(({ id }) => id);

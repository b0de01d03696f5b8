import { isCurrency, money } from '@tiwizi/money';
import { formatMoney } from './format-money.js';
import type { Locale } from './locale.js';
import type { LocalizedText } from './localized-text.js';
import { formatNumber } from './number.js';
import arabic from './texts/ar/problems.json' with { type: 'json' };
import english from './texts/en/problems.json' with { type: 'json' };
import french from './texts/fr/problems.json' with { type: 'json' };
import awaitingReview from './texts/zgh/awaiting-review.json' with { type: 'json' };
import amazigh from './texts/zgh/problems.json' with { type: 'json' };

export type ProblemParams = Record<string, string | number | boolean | null>;

const sentences: Record<Locale, Record<string, string>> = { fr: french, ar: arabic, zgh: amazigh, en: english };
const unreviewed = new Set<string>(awaitingReview);

const isSpoken = (code: string, locale: Locale): boolean =>
  Object.hasOwn(sentences[locale], code) && !(locale === 'zgh' && unreviewed.has(code));

/** Every code that has a sentence; a spec keeps the languages in step. */
export const problemCodes: readonly string[] = Object.keys(french);

/** The sentence of a problem for its reader. A code nobody has written yet is our fault, and is told as such. */
export function problemText(code: string, params: ProblemParams, locale: Locale): LocalizedText {
  const known = Object.hasOwn(french, code) ? code : 'internal';
  const spoken = isSpoken(known, locale) ? locale : 'fr';
  const sentence = sentences[spoken][known] ?? '';
  return { locale: spoken, text: fill(sentence, params, spoken) };
}

function fill(sentence: string, params: ProblemParams, locale: Locale): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_slot, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : null;
    if (typeof value === 'number') return amountOrCount(name, value, params, locale);
    return typeof value === 'string' ? isolate(value, locale) : '';
  });
}

/** A param named `amount` or `…Amount` is in minor units of the param `currency`. */
function amountOrCount(name: string, value: number, { currency }: ProblemParams, locale: Locale): string {
  const isAmount = /^amount$|Amount$/.test(name) && isCurrency(currency) && Number.isSafeInteger(value);
  return isAmount ? formatMoney(money(value, currency), locale) : formatNumber(value, locale);
}

/** A Latin name inside an Arabic sentence must not turn the words around it. */
const isolate = (value: string, locale: Locale): string => (locale === 'ar' ? `\u2068${value}\u2069` : value);

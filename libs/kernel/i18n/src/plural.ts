import type { Locale } from './locale.js';

export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The forms each language's texts must bring. */
export const pluralCategories: Record<Locale, readonly PluralCategory[]> = {
  fr: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  zgh: ['one', 'other'],
  en: ['one', 'other'],
};

/** Our own rules: a browser asked about `zgh` answers with those of its owner's language. */
export function pluralCategory(locale: Locale, n: number): PluralCategory {
  const count = Math.abs(n);
  if (locale === 'fr') return french(count);
  if (locale === 'ar') return arabic(count);
  return count === 1 ? 'one' : 'other';
}

function french(count: number): PluralCategory {
  if (count < 2) return 'one';
  return Number.isInteger(count) && count % 1_000_000 === 0 ? 'many' : 'other';
}

function arabic(count: number): PluralCategory {
  if (!Number.isInteger(count)) return 'other';
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const lastTwo = count % 100;
  if (lastTwo >= 3 && lastTwo <= 10) return 'few';
  return lastTwo >= 11 ? 'many' : 'other';
}

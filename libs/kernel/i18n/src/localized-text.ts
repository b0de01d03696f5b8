import { type Locale } from './locale.js';

/** A text and the language it is really in, which the page repeats as `lang` and `dir`. */
export interface LocalizedText {
  readonly locale: Locale;
  readonly text: string;
}

/** Whom a reader of each language understands best when theirs is missing. */
const fallbacks: Record<Locale, readonly Locale[]> = {
  fr: ['fr', 'ar', 'en', 'zgh'],
  ar: ['ar', 'fr', 'zgh', 'en'],
  zgh: ['zgh', 'fr', 'ar', 'en'],
  en: ['en', 'fr', 'ar', 'zgh'],
};

/**
 * The text in the wanted language, else in the nearest one its readers know. `source`, the language it was written
 * in, names the locale when there is no text at all.
 */
export function pickText(
  translations: Partial<Record<Locale, string | null>>,
  wanted: Locale,
  source?: Locale,
): LocalizedText {
  for (const locale of fallbacks[wanted]) {
    const text = translations[locale];
    if (text) return { locale, text };
  }
  return { locale: source ?? wanted, text: '' };
}

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

/** The wanted language, else the one it was written in when readers of the wanted one likely read it, else the chain. */
export function pickText(
  translations: Partial<Record<Locale, string | null>>,
  wanted: Locale,
  source?: Locale,
): LocalizedText {
  const chain = fallbacks[wanted];
  const order = source ? [...chain, source] : chain;
  for (const locale of order) {
    const text = translations[locale];
    if (text) return { locale, text };
  }
  return { locale: source ?? wanted, text: '' };
}

export const locales = ['fr', 'ar', 'zgh', 'en'] as const;
export type Locale = (typeof locales)[number];
export type Direction = 'ltr' | 'rtl';

export const isLocale = (value: unknown): value is Locale => (locales as readonly unknown[]).includes(value);

export const directionOf = (locale: Locale): Direction => (locale === 'ar' ? 'rtl' : 'ltr');

/** What to tell a service that knows no Amazigh: a payment form, a file name, a mail header. */
export const formattingLocale: Record<Locale, string> = { fr: 'fr-MA', ar: 'ar-MA', zgh: 'fr-MA', en: 'en-GB' };

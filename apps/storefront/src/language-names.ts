import type { Locale } from '@tiwizi/i18n';

/** Each language is called as its readers call it. */
export const languageNames: Record<Locale, string> = { fr: 'Français', ar: 'العربية', zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ', en: 'English' };

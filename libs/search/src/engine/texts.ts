import type { Locale } from '@tiwizi/i18n';

/** One text per language; languages it is not written in are absent. */
export type Texts = Partial<Record<Locale, string>>;

import { readFileSync } from 'node:fs';
import { html, type Html } from './html.js';

export const locales = ['fr', 'ar', 'zgh', 'en'] as const;
export type Locale = (typeof locales)[number];

type Texts = Record<string, string>;

const directory = new URL('../i18n/', import.meta.url);
const texts = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`${locale}/payment-page.json`, directory), 'utf8')) as Texts,
  ]),
);

export function localeOf(asked: unknown): Locale {
  return locales.find((locale) => locale === asked) ?? 'fr';
}

export class Translator {
  constructor(readonly locale: Locale) {}

  get direction(): 'ltr' | 'rtl' {
    return this.locale === 'ar' ? 'rtl' : 'ltr';
  }

  has(key: string): boolean {
    return texts['fr']?.[key] !== undefined;
  }

  plain(key: string, values: Record<string, string> = {}): string {
    const text = texts[this.locale]?.[key] ?? texts['fr']?.[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_match, name: string) => values[name] ?? '');
  }

  /** A text that has no Amazigh version yet is shown in French, and says so to screen readers. */
  text(key: string, values: Record<string, string> = {}): Html {
    const plain = this.plain(key, values);
    return texts[this.locale]?.[key] === undefined ? html`<span lang="fr">${plain}</span>` : html`${plain}`;
  }
}

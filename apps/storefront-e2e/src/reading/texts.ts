import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatNumber, pluralCategory, type Locale } from '@tiwizi/i18n';

/** The texts people read, by the files that hold them: one journey speaks every language. */
interface Files {
  admin: typeof import('../../../storefront/src/i18n/fr/admin.json');
  account: typeof import('../../../storefront/src/i18n/fr/account.json');
  cart: typeof import('../../../storefront/src/i18n/fr/cart.json');
  checkout: typeof import('../../../storefront/src/i18n/fr/checkout.json');
  frame: typeof import('../../../storefront/src/i18n/fr/frame.json');
  listing: typeof import('../../../storefront/src/i18n/fr/listing.json');
  moderation: typeof import('../../../storefront/src/i18n/fr/moderation.json');
  orders: typeof import('../../../storefront/src/i18n/fr/orders.json');
  product: typeof import('../../../storefront/src/i18n/fr/product.json');
  search: typeof import('../../../storefront/src/i18n/fr/search.json');
  workspace: typeof import('../../../storefront/src/i18n/fr/workspace.json');
}
type Namespace = keyof Files;
/** `found_one`, `found_other` are asked for as `found`. */
type KeyOf<N extends Namespace> =
  Extract<keyof Files[N], string> extends infer K
    ? K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
      ? Base
      : K
    : never;
type Values = Record<string, string | number>;

const folder = fileURLToPath(new URL('../../../storefront/src/i18n', import.meta.url));
const read = new Map<string, Record<string, string>>();

function textsIn(locale: Locale, namespace: string): Record<string, string> {
  const key = `${locale}/${namespace}`;
  const known = read.get(key) ?? JSON.parse(readFileSync(`${folder}/${key}.json`, 'utf8'));
  read.set(key, known);
  return known;
}

/** The sentence the storefront shows: Amazigh texts that wait for a reviewer stand there in French. */
export function textIn(locale: Locale) {
  return <N extends Namespace>(namespace: N, key: KeyOf<N> & string, values: Values = {}): string => {
    const languages = locale === 'zgh' ? (['zgh', 'fr'] as const) : [locale];
    for (const language of languages) {
      const texts = textsIn(language, namespace);
      const { count } = values;
      const form = typeof count === 'number' ? `${key}_${pluralCategory(language, count)}` : key;
      const sentence = texts[form] ?? texts[key];
      if (sentence !== undefined) return filled(sentence, values, locale);
    }
    throw new Error(`no text ${namespace}.${key} in ${locale}`);
  };
}

export type TextIn = ReturnType<typeof textIn>;

function filled(sentence: string, values: Values, locale: Locale): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (typeof value === 'number') return formatNumber(value, locale);
    // A name of another script must not turn the words of an Arabic sentence around it.
    return locale === 'ar' ? `\u2068${value}\u2069` : value;
  });
}

import { formatNumber, isLocale, type Locale } from '@tiwizi/i18n';
import type { i18n as I18n } from 'i18next';
import { createContext, useContext, type ReactNode } from 'react';
import type { Namespace, TextKey } from './namespaces.js';

const TextsContext = createContext<I18n | null>(null);
export const TextsProvider = TextsContext.Provider;

export type TextValues = Record<string, string | number>;

export interface TextsOf<N extends Namespace> {
  readonly locale: Locale;
  /** The text alone: for names of controls, placeholders, titles. */
  t(key: TextKey<N>, values?: TextValues): string;
  /** The text as content: marked with its language when it is not the page's. */
  say(key: TextKey<N>, values?: TextValues): ReactNode;
  /** The language of a text when it is not the page's, for `lang` on an element that holds it. */
  langOf(key: TextKey<N>): Locale | undefined;
  /** For keys made from data, which the compiler cannot check. */
  has(key: string): key is TextKey<N>;
}

export function useTexts<N extends Namespace>(namespace: N): TextsOf<N> {
  const instance = useContext(TextsContext);
  if (!instance) throw new Error('texts are read outside their provider');
  return textsOf(instance, namespace);
}

export function textsOf<N extends Namespace>(instance: I18n, namespace: N): TextsOf<N> {
  const locale = isLocale(instance.language) ? instance.language : 'fr';
  const find = (key: string, values: TextValues = {}) => {
    const { count } = values;
    const details = instance.t(key, {
      ns: namespace,
      returnDetails: true,
      ...(typeof count === 'number' && { count }),
      replace: shown(values, locale),
    });
    return { text: details.res, lang: isLocale(details.usedLng) ? details.usedLng : locale };
  };
  return {
    locale,
    t: (key, values) => find(key, values).text,
    say: (key, values) => {
      const { text, lang } = find(key, values);
      return lang === locale ? text : <span lang={lang}>{text}</span>;
    },
    langOf: (key) => {
      const { lang } = find(key, { count: 1 });
      return lang === locale ? undefined : lang;
    },
    has: (key): key is TextKey<N> => instance.exists(key, { ns: namespace, count: 1 }),
  };
}

/** Numbers in the page's writing; a Latin name inside an Arabic sentence must not turn the words around it. */
function shown(values: TextValues, locale: Locale): Record<string, string> {
  const show = (value: string | number): string => {
    if (typeof value === 'number') return formatNumber(value, locale);
    return locale === 'ar' ? `\u2068${value}\u2069` : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(value)]));
}

import type { Locale } from '@tiwizi/i18n';
import { createContext, useContext, type ReactNode } from 'react';
import type { Namespace, TextKey } from './namespaces.js';
import type { TextValues, Translator } from './translator.js';

const TextsContext = createContext<Translator | null>(null);
export const TextsProvider = TextsContext.Provider;

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
  const translator = useContext(TextsContext);
  if (!translator) throw new Error('texts are read outside their provider');
  return textsOf(translator, namespace);
}

export function textsOf<N extends Namespace>(translator: Translator, namespace: N): TextsOf<N> {
  const { locale } = translator;
  return {
    locale,
    t: (key, values) => translator.find(namespace, key, values).text,
    say: (key, values) => {
      const { text, lang } = translator.find(namespace, key, values);
      return lang === locale ? text : <span lang={lang}>{text}</span>;
    },
    langOf: (key) => {
      const { lang } = translator.find(namespace, key, { count: 1 });
      return lang === locale ? undefined : lang;
    },
    has: (key): key is TextKey<N> => translator.has(namespace, key),
  };
}

import { locales, type Locale, type LocalizedText } from '@tiwizi/i18n';
import arDesk from 'virtual:texts/ar/desk';
import arServer from 'virtual:texts/ar/server';
import arShop from 'virtual:texts/ar/shop';
import enDesk from 'virtual:texts/en/desk';
import enServer from 'virtual:texts/en/server';
import enShop from 'virtual:texts/en/shop';
import frDesk from 'virtual:texts/fr/desk';
import frServer from 'virtual:texts/fr/server';
import frShop from 'virtual:texts/fr/shop';
import zghDesk from 'virtual:texts/zgh/desk';
import zghServer from 'virtual:texts/zgh/server';
import zghShop from 'virtual:texts/zgh/shop';
import type { Namespace, TextKey } from './namespaces.js';
import { Translator, type PageTexts } from './translator.js';
import { textsOf, type TextsOf } from './use-texts.js';

const parts: Record<Locale, readonly [PageTexts, ...PageTexts[]]> = {
  fr: [frShop, frDesk, frServer],
  ar: [arShop, arDesk, arServer],
  zgh: [zghShop, zghDesk, zghServer],
  en: [enShop, enDesk, enServer],
};
const translators = new Map(
  locales.map((locale) => {
    const [shop, ...more] = parts[locale];
    const translator = new Translator(locale, shop);
    // Each part brings namespaces of its own.
    for (const part of more) translator.add(part);
    return [locale, translator] as const;
  }),
);

export function serverTexts(locale: Locale): Translator {
  const translator = translators.get(locale);
  if (!translator) throw new Error(`no texts for ${locale}`);
  return translator;
}

/** Texts for loaders and actions: a message, a title. */
export const textsFor = <N extends Namespace>(locale: Locale, namespace: N): TextsOf<N> =>
  textsOf(serverTexts(locale), namespace);

/** A sentence with the language it is really in. */
export function sentence<N extends Namespace>(locale: Locale, namespace: N, key: TextKey<N>): LocalizedText {
  const { text, lang } = serverTexts(locale).find(namespace, key);
  return { locale: lang, text };
}

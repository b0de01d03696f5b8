import type { Locale, LocalizedText } from '@tiwizi/i18n';
import type { i18n as I18n, Resource } from 'i18next';
import arDesk from 'virtual:texts/ar/desk';
import arShop from 'virtual:texts/ar/shop';
import enDesk from 'virtual:texts/en/desk';
import enShop from 'virtual:texts/en/shop';
import frDesk from 'virtual:texts/fr/desk';
import frShop from 'virtual:texts/fr/shop';
import zghDesk from 'virtual:texts/zgh/desk';
import zghShop from 'virtual:texts/zgh/shop';
import { addTexts, textsInstance } from './instance.js';
import type { Namespace, TextKey } from './namespaces.js';
import { textsOf, type TextsOf } from './use-texts.js';

const both = (locale: Locale, shop: Resource, desk: Resource): I18n => {
  const instance = textsInstance(locale, shop);
  addTexts(instance, desk);
  return instance;
};

const instances: Record<Locale, I18n> = {
  fr: both('fr', frShop, frDesk),
  ar: both('ar', arShop, arDesk),
  zgh: both('zgh', zghShop, zghDesk),
  en: both('en', enShop, enDesk),
};

export const serverTexts = (locale: Locale): I18n => instances[locale];

/** A sentence of a page with the language it is really in, for refusals a page finds by itself. */
export function sentence<N extends Namespace>(locale: Locale, namespace: N, key: TextKey<N>): LocalizedText {
  const { t, langOf } = textsFor(locale, namespace);
  return { locale: langOf(key) ?? locale, text: t(key) };
}

/** Texts for loaders and actions: a message, a title. */
export const textsFor = <N extends Namespace>(locale: Locale, namespace: N): TextsOf<N> =>
  textsOf(instances[locale], namespace);

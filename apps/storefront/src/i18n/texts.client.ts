import type { Locale } from '@tiwizi/i18n';
import type { i18n as I18n, Resource } from 'i18next';
import { addTexts, textsInstance } from './instance.js';

type Load = () => Promise<{ default: Resource }>;

const parts: Record<Locale, { shop: Load; desk: Load }> = {
  fr: { shop: () => import('virtual:texts/fr/shop'), desk: () => import('virtual:texts/fr/desk') },
  ar: { shop: () => import('virtual:texts/ar/shop'), desk: () => import('virtual:texts/ar/desk') },
  zgh: { shop: () => import('virtual:texts/zgh/shop'), desk: () => import('virtual:texts/zgh/desk') },
  en: { shop: () => import('virtual:texts/en/shop'), desk: () => import('virtual:texts/en/desk') },
};

let current: { locale: Locale; instance: I18n; hasDesk: boolean } | null = null;

export async function loadTexts(locale: Locale, isDesk: boolean): Promise<I18n> {
  const [shop, desk] = await Promise.all([parts[locale].shop(), isDesk ? parts[locale].desk() : null]);
  const instance = textsInstance(locale, shop.default);
  if (desk) addTexts(instance, desk.default);
  current = { locale, instance, hasDesk: isDesk };
  return instance;
}

/** Called before a desk page is shown that was opened from the shop. */
export async function loadDeskTexts(): Promise<void> {
  if (!current || current.hasDesk) return;
  addTexts(current.instance, (await parts[current.locale].desk()).default);
  current.hasDesk = true;
}

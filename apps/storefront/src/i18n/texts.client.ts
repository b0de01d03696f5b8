import type { Locale, LocalizedText } from '@tiwizi/i18n';
import type { Namespace, TextKey } from './namespaces.js';
import { Translator, type PageTexts } from './translator.js';

type Load = () => Promise<{ default: PageTexts }>;

const parts: Record<Locale, { shop: Load; desk: Load }> = {
  fr: { shop: () => import('virtual:texts/fr/shop'), desk: () => import('virtual:texts/fr/desk') },
  ar: { shop: () => import('virtual:texts/ar/shop'), desk: () => import('virtual:texts/ar/desk') },
  zgh: { shop: () => import('virtual:texts/zgh/shop'), desk: () => import('virtual:texts/zgh/desk') },
  en: { shop: () => import('virtual:texts/en/shop'), desk: () => import('virtual:texts/en/desk') },
};

let current: { translator: Translator; hasDesk: boolean } | null = null;

export async function loadTexts(locale: Locale, isDesk: boolean): Promise<Translator> {
  const [shop, desk] = await Promise.all([parts[locale].shop(), isDesk ? parts[locale].desk() : null]);
  const translator = new Translator(locale, shop.default);
  if (desk) translator.add(desk.default);
  current = { translator, hasDesk: isDesk };
  return translator;
}

/** For code of the browser that is no component. */
export function currentText<N extends Namespace>(namespace: N, key: TextKey<N>): LocalizedText {
  const found = current?.translator.find(namespace, key);
  return { locale: found?.lang ?? 'fr', text: found?.text ?? '' };
}

/** Called before a desk page is shown that was opened from the shop. */
export async function loadDeskTexts(): Promise<void> {
  if (!current || current.hasDesk) return;
  current.translator.add((await parts[current.translator.locale].desk()).default);
  current.hasDesk = true;
}

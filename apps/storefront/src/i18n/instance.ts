import { pluralCategories, pluralCategory, isLocale, type Locale } from '@tiwizi/i18n';
import { createInstance, type i18n as I18n, type Resource } from 'i18next';

/** One instance per locale, ready at once: nothing loads while a page renders. */
export function textsInstance(locale: Locale, resources: Resource): I18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    // Only Amazigh has texts of another language: those that wait for a reviewer.
    fallbackLng: locale === 'zgh' ? 'fr' : false,
    resources,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    ns: Object.keys(resources[locale] ?? {}),
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  // A browser asked about `zgh` answers with the plurals of its owner's language.
  const plurals = instance.services.pluralResolver as { getRule: (code: string) => PluralRule };
  plurals.getRule = (code) => pluralRule(isLocale(code) ? code : 'fr');
  return instance;
}

interface PluralRule {
  select(count: number): string;
  resolvedOptions(): { pluralCategories: string[] };
}

const pluralRule = (locale: Locale): PluralRule => ({
  select: (count) => pluralCategory(locale, count),
  resolvedOptions: () => ({ pluralCategories: [...pluralCategories[locale]] }),
});

/** Texts that arrive later (a desk opened from the shop) join those already there. */
export function addTexts(instance: I18n, resources: Resource): void {
  for (const [locale, namespaces] of Object.entries(resources)) {
    for (const [namespace, texts] of Object.entries(namespaces)) instance.addResourceBundle(locale, namespace, texts);
  }
}

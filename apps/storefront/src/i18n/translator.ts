import { formatNumber, isLocale, pluralCategory, type Locale } from '@tiwizi/i18n';

export type TextValues = Record<string, string | number>;
/** Texts by namespace and key, for the page's language and, in Amazigh, for what still waits in French. */
export type PageTexts = Partial<Record<string, Record<string, Record<string, string>>>>;

export interface FoundText {
  readonly text: string;
  readonly lang: Locale;
}

/**
 * The texts of one language, ready at once: nothing loads while a page renders. Plurals follow our own rules, because
 * a browser asked about `zgh` answers with those of its owner's language.
 */
export class Translator {
  private readonly texts = new Map<Locale, Map<string, Record<string, string>>>();

  constructor(
    readonly locale: Locale,
    texts: PageTexts,
  ) {
    this.add(texts);
  }

  /** Texts that arrive later (a desk opened from the shop) join those already there. */
  add(texts: PageTexts): void {
    for (const [locale, namespaces] of Object.entries(texts)) {
      if (!isLocale(locale)) continue;
      const known = this.texts.get(locale) ?? new Map<string, Record<string, string>>();
      for (const [namespace, entries] of Object.entries(namespaces ?? {})) known.set(namespace, entries);
      this.texts.set(locale, known);
    }
  }

  /** In the page's language, else in the language that stands in for it. A key nobody wrote is shown as it is. */
  find(namespace: string, key: string, values: TextValues = {}): FoundText {
    for (const [lang, namespaces] of this.texts) {
      const pattern = pick(namespaces.get(namespace), lang, key, values['count']);
      if (pattern !== undefined) return { text: fill(pattern, values, lang, this.locale), lang };
    }
    return { text: key, lang: this.locale };
  }

  has(namespace: string, key: string): boolean {
    return [...this.texts].some(([lang, namespaces]) => pick(namespaces.get(namespace), lang, key, 1) !== undefined);
  }
}

function pick(
  entries: Record<string, string> | undefined,
  lang: Locale,
  key: string,
  count: string | number | undefined,
): string | undefined {
  if (!entries) return undefined;
  const own = (name: string) => (Object.hasOwn(entries, name) ? entries[name] : undefined);
  const counted = typeof count === 'number' ? own(`${key}_${pluralCategory(lang, count)}`) : undefined;
  return counted ?? own(key);
}

/** Numbers in the text's writing; a Latin name inside an Arabic sentence must not turn the words around it. */
function fill(pattern: string, values: TextValues, lang: Locale, page: Locale): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (_slot, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value === 'number') return formatNumber(value, lang);
    return page === 'ar' && value ? `\u2068${value}\u2069` : (value ?? '');
  });
}

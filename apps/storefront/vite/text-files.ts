import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which namespaces travel together: a buyer never loads the texts of the desks, and long texts that only loaders read
 * stay on the server.
 */
export const textParts = {
  shop: (namespace: string) => !isDesk(namespace) && !isServer(namespace),
  desk: (namespace: string) => isDesk(namespace),
  server: (namespace: string) => isServer(namespace),
};
export type TextPart = keyof typeof textParts;

const isServer = (namespace: string): boolean => namespace === 'pages' || namespace === 'attributes';
const isDesk = (namespace: string): boolean => /^(seller|workspace|moderation|admin)/.test(namespace);

export const locales = ['fr', 'ar', 'zgh', 'en'] as const;
type Locale = (typeof locales)[number];

/** This runs before anything is compiled, so it asks Node; Node knows no Amazigh plurals. */
const pluralForms = (locale: Locale): readonly string[] =>
  locale === 'zgh' ? ['one', 'other'] : new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

type Texts = Record<string, string>;
/** For each namespace the keys whose Amazigh text has no source yet: French is shown, and marked as French. */
type AwaitingReview = Record<string, string[]>;

const read = <T>(path: string, otherwise: T): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : otherwise;

export const namespaces = (folder: string): string[] =>
  readdirSync(join(folder, 'fr'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

export const textsIn = (folder: string, locale: Locale | string, namespace: string): Texts =>
  read<Texts>(join(folder, locale, `${namespace}.json`), {});

export const awaitingReview = (folder: string): AwaitingReview =>
  read<AwaitingReview>(join(folder, 'zgh/awaiting-review.json'), {});

/** `{ <locale>: { <namespace>: texts } }`, for zgh with the French of what waits for review. */
export function textsOf(folder: string, locale: string, part: TextPart): Record<string, Record<string, Texts>> {
  const wanted = namespaces(folder).filter(textParts[part]);
  const own = Object.fromEntries(wanted.map((name) => [name, textsIn(folder, locale, name)]));
  if (locale !== 'zgh') return { [locale]: own };
  const waiting = awaitingReview(folder);
  const french = wanted.map((name) => {
    const bases = new Set(waiting[name] ?? []);
    const texts = Object.entries(textsIn(folder, 'fr', name)).filter(([key]) => bases.has(baseOf(key)));
    return [name, Object.fromEntries(texts)] as const;
  });
  return { zgh: own, fr: Object.fromEntries(french) };
}

const plural = /_(zero|one|two|few|many|other)$/;
/** `lines_one` and `lines_other` are forms of one text, `lines`. */
export const baseOf = (key: string): string => key.replace(plural, '');

/** What each language lacks or has too much of, in words for whoever broke the build. */
export function findGaps(folder: string): string[] {
  return namespaces(folder).flatMap((namespace) => locales.flatMap((locale) => gapsIn(folder, locale, namespace)));
}

function gapsIn(folder: string, locale: Locale, namespace: string): string[] {
  const french = textsIn(folder, 'fr', namespace);
  const texts = textsIn(folder, locale, namespace);
  const waiting = new Set(locale === 'zgh' ? (awaitingReview(folder)[namespace] ?? []) : []);
  const bases = new Set(Object.keys(french).map(baseOf));
  const gaps: string[] = [];
  const say = (key: string, what: string) => gaps.push(`${locale}/${namespace}.json ${key}: ${what}`);
  for (const base of bases) {
    const needed = `${base}_other` in french ? pluralForms(locale).map((form) => `${base}_${form}`) : [base];
    const has = needed.filter((key) => texts[key]);
    if (waiting.has(base) && has.length) say(base, 'is both written and awaiting review');
    if (!waiting.has(base)) for (const key of needed) if (!texts[key]) say(key, 'is missing');
    for (const key of has) {
      const sample = french[key] ?? french[`${base}_other`] ?? '';
      const extra = slots(texts[key] ?? '').filter((slot) => !slots(sample).includes(slot));
      if (extra.length) say(key, `has slots French does not fill: ${extra.join(', ')}`);
    }
  }
  for (const key of Object.keys(texts)) if (!bases.has(baseOf(key))) say(key, 'is unknown in French');
  for (const base of waiting) if (!bases.has(base)) say(base, 'awaits review but is unknown in French');
  return gaps;
}

const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

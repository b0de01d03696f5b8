import { formatMoney, type Locale } from '@tiwizi/i18n';
import type { Money } from '@tiwizi/contracts';
import arabic from '../texts/ar/messages.json' with { type: 'json' };
import english from '../texts/en/messages.json' with { type: 'json' };
import french from '../texts/fr/messages.json' with { type: 'json' };
import awaitingReview from '../texts/zgh/awaiting-review.json' with { type: 'json' };
import amazigh from '../texts/zgh/messages.json' with { type: 'json' };
import type { Template } from './templates.js';

export type Channel = 'sms' | 'email';
/** What fills the slots. A line whose slot has nothing to say is left out. */
export type Slots = Record<string, string | number | Money | null>;

export interface MessageText {
  /** The language it is really in. */
  locale: Locale;
  subject: string | null;
  text: string;
}

const texts: Record<Locale, Record<string, string>> = { fr: french, ar: arabic, zgh: amazigh, en: english };
const unreviewed = new Set<string>(awaitingReview);

const has = (key: string, locale: Locale): boolean =>
  Object.hasOwn(texts[locale], key) && !(locale === 'zgh' && unreviewed.has(key));

/** A message speaks one language from its subject to its last word: the reader's, or French in its place. */
export function messageText(template: Template, channel: Channel, slots: Slots, wanted: Locale): MessageText {
  const keys = channel === 'sms' ? [`${template}.sms`] : [`${template}.subject`, `${template}.mail`];
  const locale = keys.every((key) => has(key, wanted)) ? wanted : 'fr';
  const read = (key: string) => fill(texts[locale][key] ?? '', slots, locale);
  if (channel === 'sms') return { locale, subject: null, text: read(`${template}.sms`) };
  const subject = read(`${template}.subject`).replace(/\s+/g, ' ');
  return { locale, subject, text: read(`${template}.mail`) };
}

/** The word for a code, in the language the message will be in. */
export function wordFor(key: string, template: Template, channel: Channel, wanted: Locale): string {
  const { locale } = messageText(template, channel, {}, wanted);
  return texts[locale][key] ?? french[key as keyof typeof french] ?? '';
}

function fill(text: string, slots: Slots, locale: Locale): string {
  return text
    .split('\n')
    .filter((line) => slotsOf(line).every((name) => (slots[name] ?? '') !== ''))
    .map((line) => line.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(name, slots[name] ?? '', locale)))
    .join('\n');
}

const slotsOf = (line: string): string[] => [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

function shown(name: string, value: string | number | Money, locale: Locale): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return formatMoney(value, locale);
  return name === 'url' ? value : isolate(value, locale);
}

/** A Latin name inside an Arabic sentence must not turn the words around it; an address must stay bare to be tapped. */
const isolate = (value: string, locale: Locale): string => (locale === 'ar' ? `\u2068${value}\u2069` : value);

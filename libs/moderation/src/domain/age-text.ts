import type { Locale } from '@tiwizi/i18n';
import arabic from '../texts/ar/ages.json' with { type: 'json' };
import english from '../texts/en/ages.json' with { type: 'json' };
import french from '../texts/fr/ages.json' with { type: 'json' };
import amazigh from '../texts/zgh/ages.json' with { type: 'json' };

const texts = { fr: french, ar: arabic, zgh: amazigh, en: english };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something has waited, in its largest whole unit: « 40 min », « 3 h », « 2 j ». */
export function ageText(since: Date, locale: Locale, now = new Date()): string {
  const age = Math.max(now.getTime() - since.getTime(), 0);
  const [unit, length] =
    age < hour ? (['minutes', minute] as const) : age < 2 * day ? (['hours', hour] as const) : (['days', day] as const);
  return texts[locale][unit].replace('{{count}}', String(Math.floor(age / length)));
}

import { months, weekdays } from './calendar.js';
import type { Locale } from './locale.js';

/** What a clock and a calendar on a wall in Morocco show. Months from 1; days of the week from Sunday, 0. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
}

export interface DateStyle {
  readonly time?: boolean;
  readonly weekday?: boolean;
}

/** The offset changes around Ramadan and by decree: only the zone data of the server knows it. */
const moroccanClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Casablanca',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Server only: a browser's zone data may be years old. */
export function civilTime(instant: Date | string | number): CivilTime {
  const parts = new Map(moroccanClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const [year, month, day] = [read('year'), read('month'), read('day')];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, hour: read('hour'), minute: read('minute'), second: read('second'), weekday };
}

/** The day in Morocco, `2026-11-25`. Server only, see `civilTime`. */
export function civilDay(instant: Date | string | number): string {
  const { year, month, day } = civilTime(instant);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** « 1er janvier 2026 à 09:05 », « 1 يناير 2026، 09:05 ». Server only, see `civilTime`. */
export function formatDate(instant: Date | string | number, locale: Locale, style: DateStyle = {}): string {
  const civil = civilTime(instant);
  const first = locale === 'fr' && civil.day === 1 ? '1er' : String(civil.day);
  const date = `${first} ${months[locale][civil.month - 1]} ${civil.year}`;
  const named = style.weekday
    ? `${weekdays[locale][civil.weekday]}${locale === 'fr' ? ' ' : comma(locale)}${date}`
    : date;
  return style.time ? `${named}${locale === 'fr' ? ' à ' : comma(locale)}${clock(civil)}` : named;
}

const comma = (locale: Locale): string => (locale === 'ar' ? '، ' : ', ');

const clock = ({ hour, minute }: CivilTime): string => `${twoDigits(hour)}:${twoDigits(minute)}`;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

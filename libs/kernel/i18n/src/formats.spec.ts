import { money } from '@tiwizi/money';
import {
  civilDay,
  civilTime,
  directionOf,
  formatDate,
  formatMoney,
  formatNumber,
  isLocale,
  locales,
  negotiateLocale,
  pickText,
  pluralCategories,
  pluralCategory,
} from './index.js';

const nbsp = '\u00a0';

describe('formatMoney', () => {
  it.each([
    ['fr', 123_450, `1${nbsp}234,50${nbsp}DH`],
    ['ar', 123_450, `1${nbsp}234,50${nbsp}درهم`],
    ['zgh', 123_450, `1${nbsp}234,50${nbsp}DH`],
    ['en', 123_450, `1,234.50${nbsp}MAD`],
    ['fr', 8_900, `89${nbsp}DH`],
    ['fr', 5, `0,05${nbsp}DH`],
    ['fr', 100_000_000, `1${nbsp}000${nbsp}000${nbsp}DH`],
    ['fr', -1_250, `\u221212,50${nbsp}DH`],
    ['ar', -1_250, `\u200e\u221212,50${nbsp}درهم`],
  ] as const)('in %s shows %i as %p', (locale, amount, shown) =>
    expect(formatMoney(money(amount, 'MAD'), locale)).toBe(shown),
  );

  it('takes decimals and sign from the currency', () => {
    expect(formatMoney(money(1_234, 'JPY'), 'fr')).toBe(`1${nbsp}234${nbsp}¥`);
    expect(formatMoney(money(9_200, 'EUR'), 'fr')).toBe(`92${nbsp}€`);
  });
});

describe('formatNumber', () => {
  it('groups by three with western digits everywhere', () => {
    expect(locales.map((locale) => formatNumber(12_345.6, locale))).toEqual([
      `12${nbsp}345,6`,
      `12${nbsp}345,6`,
      `12${nbsp}345,6`,
      '12,345.6',
    ]);
    expect(formatNumber(4.5, 'fr', 2)).toBe('4,50');
    expect(formatNumber(-0.001, 'fr', 2)).toBe('0,00');
  });
});

describe('dates', () => {
  it('names the day in Morocco, which may be another than in Greenwich', () => {
    expect(civilDay('2026-01-15T23:30:00Z')).toBe('2026-01-16');
    expect(civilDay('2026-11-25T23:30:00Z')).toBe('2026-11-25');
  });

  it('follow the clock of Morocco, an hour back in Ramadan', () => {
    expect(civilTime('2026-01-15T23:30:00Z')).toEqual({
      year: 2026,
      month: 1,
      day: 16,
      hour: 0,
      minute: 30,
      second: 0,
      weekday: 5,
    });
    expect(civilTime('2026-03-01T12:00:00Z').hour).toBe(12);
  });

  it('use month and day names of our own', () => {
    const instant = '2026-07-31T23:05:00Z';
    expect(formatDate(instant, 'fr', { time: true })).toBe('1er août 2026 à 00:05');
    expect(formatDate(instant, 'ar', { time: true })).toBe('1 غشت 2026، 00:05');
    expect(formatDate(instant, 'zgh')).toBe('1 ⵖⵓⵛⵜ 2026');
    expect(formatDate(instant, 'en', { weekday: true })).toBe('Saturday, 1 August 2026');
    expect(formatDate(instant, 'fr', { weekday: true })).toBe('samedi 1er août 2026');
  });
});

describe('plural categories', () => {
  it.each([
    [
      'fr',
      [
        [0, 'one'],
        [1, 'one'],
        [1.5, 'one'],
        [2, 'other'],
        [1_000_000, 'many'],
        [1_000_001, 'other'],
      ],
    ],
    [
      'ar',
      [
        [0, 'zero'],
        [1, 'one'],
        [2, 'two'],
        [3, 'few'],
        [10, 'few'],
        [11, 'many'],
        [99, 'many'],
        [100, 'other'],
        [103, 'few'],
        [111, 'many'],
        [202, 'other'],
      ],
    ],
    [
      'zgh',
      [
        [0, 'other'],
        [1, 'one'],
        [2, 'other'],
        [11, 'other'],
      ],
    ],
    [
      'en',
      [
        [0, 'other'],
        [1, 'one'],
        [2, 'other'],
      ],
    ],
  ] as const)('of %s', (locale, cases) => {
    for (const [count, category] of cases) expect([count, pluralCategory(locale, count)]).toEqual([count, category]);
  });

  it('agree with the server’s own data where it has any, and stay within the forms texts bring', () => {
    for (const locale of ['fr', 'ar', 'en'] as const) {
      const reference = new Intl.PluralRules(locale);
      for (const count of [...Array(230).keys(), 1_000, 1_000_000, 2_000_003, 0.5, 3.2]) {
        expect([locale, count, pluralCategory(locale, count)]).toEqual([locale, count, reference.select(count)]);
        expect(pluralCategories[locale]).toContain(pluralCategory(locale, count));
      }
    }
  });
});

describe('languages', () => {
  it('are chosen by the person first, then by the browser, else French', () => {
    expect(negotiateLocale('en;q=0.5, ar-MA, fr;q=0.9')).toBe('ar');
    expect(negotiateLocale('de, en;q=0.3, fr;q=0')).toBe('en');
    expect(negotiateLocale('ar', 'zgh')).toBe('zgh');
    expect(negotiateLocale('ar', 'xx')).toBe('ar');
    expect(negotiateLocale('shi-Tfng')).toBe('zgh');
    expect([negotiateLocale(undefined), negotiateLocale('*'), negotiateLocale(';;q=,,')]).toEqual(['fr', 'fr', 'fr']);
  });

  it('fall back to the one their readers know best, and say which it is', () => {
    expect(pickText({ fr: 'Miel', ar: 'عسل' }, 'zgh')).toEqual({ locale: 'fr', text: 'Miel' });
    expect(pickText({ ar: 'عسل', en: 'Honey' }, 'zgh', 'ar')).toEqual({ locale: 'ar', text: 'عسل' });
    expect(pickText({ fr: 'Miel', zgh: '' }, 'ar')).toEqual({ locale: 'fr', text: 'Miel' });
    expect(pickText({}, 'ar', 'fr')).toEqual({ locale: 'fr', text: '' });
  });

  it('have a direction, and no others', () => {
    expect(locales.map(directionOf)).toEqual(['ltr', 'rtl', 'ltr', 'ltr']);
    expect([isLocale('zgh'), isLocale('de'), isLocale(undefined), isLocale('toString')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

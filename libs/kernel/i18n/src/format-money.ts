import { currencyDecimals, type Currency, type Money } from '@tiwizi/money';
import type { Locale } from './locale.js';
import { joinDigits, noBreakSpace, signed } from './number.js';

/** How the currency is called after its amount; Amazigh writes the Latin sign, as people do. */
const units: Record<Currency, Record<Locale, string>> = {
  MAD: { fr: 'DH', ar: 'درهم', zgh: 'DH', en: 'MAD' },
  EUR: { fr: '€', ar: 'أورو', zgh: '€', en: 'EUR' },
  USD: { fr: '$', ar: 'دولار', zgh: '$', en: 'USD' },
  GBP: { fr: '£', ar: 'جنيه إسترليني', zgh: '£', en: 'GBP' },
  JPY: { fr: '¥', ar: 'ين', zgh: '¥', en: 'JPY' },
};

/** The sign alone, for a field beside which it stands. */
export const currencyUnit = (currency: Currency, locale: Locale): string => units[currency][locale];

/** « 1 234,50 DH », « 1 234,50 درهم », “1,234.50 MAD”: the amount first everywhere, decimals hidden when zero. */
export function formatMoney(value: Money, locale: Locale): string {
  const decimals = currencyDecimals(value.currency);
  const digits = String(Math.abs(value.amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const shown = joinDigits(whole, /[1-9]/.test(fraction) ? fraction : '', locale);
  return signed(value.amount < 0, shown, locale) + noBreakSpace + units[value.currency][locale];
}

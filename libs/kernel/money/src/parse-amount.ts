import { currencyDecimals, type Currency } from './currency.js';

const arabicIndicZero = 0x0660;
const extendedArabicIndicZero = 0x06f0;

/**
 * Reads a price as a person types it: `12,50`, `1 234.5`, `٢٥`, `1.234,50`. What could be read in two ways
 * (`1,234`) or is not plainly a price (`1e3`, `-5`, `12,505`) is `undefined`: asking again is cheaper than
 * selling a rug for a hundredth of its price.
 */
export function parseAmount(text: string, currency: Currency): number | undefined {
  const decimals = currencyDecimals(currency);
  const typed = westernDigits(text.trim());
  const split = splitDecimals(typed, decimals);
  if (!split) return undefined;
  const whole = ungroup(split.whole);
  if (whole === undefined) return undefined;
  const amount = Number(whole + split.fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - arabicIndicZero))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - extendedArabicIndicZero));
}

/** The last mark is the decimal one only when nothing else could be meant. */
function splitDecimals(typed: string, decimals: number): { whole: string; fraction: string } | undefined {
  if (!/^\d[\d\s.,٫٬']*$/.test(typed)) return undefined;
  const last = /^(.*?)([.,٫])(\d*)$/.exec(typed);
  if (!last) return { whole: typed, fraction: '' };
  const [, before = '', mark = '', after = ''] = last;
  const isRepeated = before.includes(mark);
  const isGroup = after.length === 3 && mark !== '٫' && (isRepeated || decimals === 0);
  if (isGroup) return { whole: typed, fraction: '' };
  if (isRepeated || after.length === 0 || after.length > decimals) return undefined;
  return { whole: before, fraction: after };
}

/** Thousands are separated by one kind of mark, in groups of three, or not at all. */
function ungroup(whole: string): string | undefined {
  if (/^\d+$/.test(whole)) return whole;
  const grouped = /^\d{1,3}([\s.,٬'])\d{3}(?:\1\d{3})*$/.exec(whole);
  return grouped ? whole.replace(/\D/g, '') : undefined;
}

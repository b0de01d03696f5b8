import type { Locale } from './locale.js';

/** An ordinary space would let the groups change places in an Arabic line; this one keeps them together. */
export const noBreakSpace = '\u00a0';
const minusSign = '\u2212';
/** Keeps a minus sign before its number when the line runs right to left. */
const leftToRightMark = '\u200e';

/** Western digits in every language; `decimals` fixes their number, otherwise those the value has. */
export function formatNumber(value: number, locale: Locale, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  const written = Math.abs(value).toFixed(decimals ?? decimalsIn(value));
  const [whole = '', fraction = ''] = written.split('.');
  const isNegative = value < 0 && /[1-9]/.test(written);
  return signed(isNegative, joinDigits(whole, fraction, locale), locale);
}

export function joinDigits(whole: string, fraction: string, locale: Locale): string {
  const [group, point] = locale === 'en' ? [',', '.'] : [noBreakSpace, ','];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction ? grouped + point + fraction : grouped;
}

export function signed(isNegative: boolean, digits: string, locale: Locale): string {
  if (!isNegative) return digits;
  return (locale === 'ar' ? leftToRightMark : '') + minusSign + digits;
}

function decimalsIn(value: number): number {
  const written = String(value);
  if (written.includes('e')) return 0;
  return Math.min(written.split('.')[1]?.length ?? 0, 6);
}

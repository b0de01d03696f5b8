import type { Locale } from './locale.js';
import { noBreakSpace } from './number.js';

/** Latin letters serve three of our languages; Arabic readers have signs of their own. */
const arabicUnits: Record<string, string> = {
  g: 'غ',
  kg: 'كغ',
  ml: 'مل',
  cl: 'سل',
  l: 'ل',
  mm: 'مم',
  cm: 'سم',
  m: 'م',
};
/** The sign alone, for a field beside which it stands. */
export const measureUnit = (unit: 'g', locale: Locale): string =>
  locale === 'ar' ? (arabicUnits[unit] ?? unit) : unit;

const measured = /^(\d[\d.,]{0,9}(?:\s?[x×]\s?\d[\d.,]{0,9})?)\s?(kg|g|ml|cl|l|mm|cm|m)$/i;

/** « 500 g » is « 500 غ » in Arabic; what is no measure we know stays as the cooperative wrote it. */
export function formatMeasure(written: string, locale: Locale): string {
  const [, amount = '', unit = ''] = locale === 'ar' ? (measured.exec(written.trim()) ?? []) : [];
  const sign = arabicUnits[unit.toLowerCase()];
  return sign ? `${amount}${noBreakSpace}${sign}` : written;
}

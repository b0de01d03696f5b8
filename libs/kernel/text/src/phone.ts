import { westernDigits } from './digits.js';

/** Nine digits after the country code: 5 fixed, 6 and 7 mobile, 8 special. */
const moroccan = /^\+212[5-8]\d{8}$/;
const foreign = /^\+[1-9]\d{7,14}$/;

/**
 * The international form of a telephone number as people write it here (`06…`, `00212…`, `+212 0…`,
 * Arabic-Indic digits). A foreign number is taken when its country code is written with `+` or `00`.
 */
export function normalizePhone(text: string): string | undefined {
  const typed = westernDigits(text.trim());
  if (!/^\+?[\d\s().\u00a0\u202f/-]+$/.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, '');
  const international = typed.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  const candidate = international === undefined ? fromNational(digits) : `+${international.replace(/^2120/, '212')}`;
  if (candidate === undefined) return undefined;
  const pattern = candidate.startsWith('+212') ? moroccan : foreign;
  return pattern.test(candidate) ? candidate : undefined;
}

export const isMoroccanPhone = (e164: string): boolean => moroccan.test(e164);

function fromNational(digits: string): string | undefined {
  if (/^0\d{9}$/.test(digits)) return `+212${digits.slice(1)}`;
  return /^212\d{9}$/.test(digits) ? `+${digits}` : undefined;
}

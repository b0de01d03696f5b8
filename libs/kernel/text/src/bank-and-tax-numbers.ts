import { westernDigits } from './digits.js';

/** Fifteen digits, or nothing: as text, because spreadsheets drop the leading zeros of numbers. */
export function normalizeIce(text: string): string | undefined {
  const digits = compact(text);
  return /^\d{15}$/.test(digits) && !/^0+$/.test(digits) && remainder97(digits) === 0 ? digits : undefined;
}

/** Inferred from published numbers: a failed check asks for the certificate, it does not block for ever. */
export const isValidIce = (text: string): boolean => normalizeIce(text) !== undefined;

/** The RIB inside what was typed, be it a RIB or the IBAN people confuse with it. */
export function ribOf(text: string): string | undefined {
  const typed = compact(text).toUpperCase();
  if (!typed.startsWith('MA')) return isRib(typed) ? typed : undefined;
  const rib = typed.slice(4);
  return isRib(rib) && ibanOfRib(rib) === typed ? rib : undefined;
}

export const isValidRib = (text: string): boolean => isRib(compact(text));

/** Check digits by the international rule; with a valid RIB key they always come out as 64. */
export function ibanOfRib(rib: string): string {
  const country = '2210'; // M = 22, A = 10
  const check = 98 - remainder97(`${rib}${country}00`);
  return `MA${String(check).padStart(2, '0')}${rib}`;
}

/** Enough for its owner to recognise the account: the bank and the last four digits. */
export const maskRib = (rib: string): string => `${rib.slice(0, 3)} ${'•'.repeat(4)} ${rib.slice(-4)}`;

/** Keys run from 01 to 97: 00 and 98 would pass the remainder too. */
function isRib(digits: string): boolean {
  const key = Number(digits.slice(-2));
  return /^\d{24}$/.test(digits) && key >= 1 && key <= 97 && remainder97(digits) === 0;
}

const compact = (text: string): string => westernDigits(text).replace(/[\s-]/g, '');

const remainder97 = (digits: string): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

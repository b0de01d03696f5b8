import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a number survives the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Drawn at random from 2⁴⁰: the next one cannot be guessed, and the orders of a day cannot be counted. */
export const drawOrderNumber = (): string => `TZ-${Array.from(randomBytes(8), (byte) => alphabet[byte & 31]).join('')}`;

/** As people type it: small letters, spaces, without the prefix, O for zero. */
export function normalizeOrderNumber(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  const body = (letters.length > 8 && letters.startsWith('TZ') ? letters.slice(2) : letters)
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(body) ? `TZ-${body}` : undefined;
}

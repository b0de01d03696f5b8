import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter that is read as a figure. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const form = /^TZW-[0-9A-HJKMNP-TV-Z]{9}$/;

/** What the buyer writes on the transfer: `TZW-`, eight characters, and one that betrays a slip of the pen. */
export function newTransferReference(): string {
  const body = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `TZW-${body}${checkCharacter(body)}`;
}

export const isTransferReference = (text: string): boolean =>
  form.test(text) && checkCharacter(text.slice(4, 12)) === text[12];

/** Luhn's sum in base 32: notices one wrong character, and neighbours that changed places. */
function checkCharacter(body: string): string {
  const base = alphabet.length;
  const sum = [...body].reverse().reduce((total, character, position) => {
    const value = alphabet.indexOf(character) * (position % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / base) + (value % base);
  }, 0);
  return alphabet[(base - (sum % base)) % base] ?? '';
}

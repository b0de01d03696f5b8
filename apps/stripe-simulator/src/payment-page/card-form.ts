import { isCardNumber, type CardDetails } from '../payments/test-cards.js';

/** What the buyer typed, and which fields must be corrected. */
export interface CardForm {
  number: string;
  expiry: string;
  cvc: string;
  errors: Partial<Record<'number' | 'expiry' | 'cvc', string>>;
}

export const emptyForm: CardForm = { number: '', expiry: '', cvc: '', errors: {} };

/** Spaces, dashes and Arabic-Indic digits are welcome. */
export function readCardForm(fields: { number: string; expiry: string; cvc: string }): {
  form: CardForm;
  card?: CardDetails;
} {
  const number = western(fields.number).replace(/[\s-]/g, '');
  const cvc = western(fields.cvc).trim();
  const expiry = /^\s*(\d{1,2})\s*[/\-. ]?\s*(\d{2}|\d{4})\s*$/.exec(western(fields.expiry));
  const expMonth = Number(expiry?.[1] ?? 0);
  const expYear = expiry ? Number(expiry[2]) + (expiry[2]?.length === 2 ? 2000 : 0) : 0;

  const errors: CardForm['errors'] = {};
  if (!isCardNumber(number)) errors.number = 'error.incorrect_number';
  if (!isFuture(expMonth, expYear, new Date())) errors.expiry = 'error.invalid_expiry';
  if (!/^\d{3,4}$/.test(cvc)) errors.cvc = 'error.invalid_cvc';
  const form = { ...fields, errors };
  return Object.keys(errors).length === 0 ? { form, card: { number, expMonth, expYear } } : { form };
}

function isFuture(month: number, year: number, today: Date): boolean {
  if (month < 1 || month > 12) return false;
  return (
    year * 12 + month >= today.getUTCFullYear() * 12 + today.getUTCMonth() + 1 && year < today.getUTCFullYear() + 50
  );
}

function western(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

/** The form as a test card fills it. */
export function filledWith(number: string): CardForm {
  const year = String((new Date().getUTCFullYear() + 3) % 100).padStart(2, '0');
  return { number: inFours(number), expiry: `12/${year}`, cvc: '123', errors: {} };
}

export function inFours(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}

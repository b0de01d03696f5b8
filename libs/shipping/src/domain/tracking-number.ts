import { randomInt } from 'node:crypto';

/** The weights of the Universal Postal Union's S10 numbers: they catch every wrong digit and most swapped ones. */
const weights = [8, 6, 4, 2, 3, 5, 9, 7];

export function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, position) => total + Number(digit) * (weights[position] ?? 0), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return 0;
  return rest === 11 ? 5 : rest;
}

/** `TZ123456785MA`: drawn at random, so that nobody counts our parcels. */
export function drawTrackingNumber(): string {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  return `TZ${digits}${checkDigit(digits)}MA`;
}

export function isOurTrackingNumber(text: string): boolean {
  const [, digits = '', check] = /^TZ(\d{8})(\d)MA$/.exec(text) ?? [];
  return check !== undefined && checkDigit(digits) === Number(check);
}

/** A carrier's own number, as printed on its label: spaces and case are habits. */
export function normalizeTrackingNumber(typed: string): string | undefined {
  const number = typed.replace(/[\s.]/g, '').toUpperCase();
  return /^[A-Z0-9-]{6,40}$/.test(number) ? number : undefined;
}

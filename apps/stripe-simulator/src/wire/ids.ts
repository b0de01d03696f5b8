import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const lengths = { pi: 24, ch: 24, re: 24, txn: 24, pm: 24, evt: 24, req: 14 } as const;
export type IdPrefix = keyof typeof lengths;

export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomText(lengths[prefix])}`;
}

export function newClientSecret(intentId: string): string {
  return `${intentId}_secret_${randomText(25)}`;
}

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Stripe counts time in whole seconds. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

import { isCurrency, type Currency } from './currency.js';

/** A whole number of minor units: 12.50 MAD is `{ amount: 1250, currency: 'MAD' }`. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** A money rule was broken by our own code. It stops the work in hand and is shown to nobody. */
export class MoneyAssertion extends Error {
  override readonly name = 'MoneyAssertion';
}

const assert = (holds: boolean, message: string): void => {
  if (!holds) throw new MoneyAssertion(message);
};

export function money(amount: number, currency: Currency): Money {
  assert(Number.isSafeInteger(amount), `${amount} is not a whole number of minor units`);
  assert(isCurrency(currency), `${String(currency)} is not a currency we trade in`);
  return { amount: amount === 0 ? 0 : amount, currency };
}

export function assertSame(left: Money, right: Money): void {
  assert(left.currency === right.currency, `${left.currency} and ${right.currency} cannot be mixed`);
}

export function add(left: Money, right: Money): Money {
  assertSame(left, right);
  return money(left.amount + right.amount, left.currency);
}

export const negate = (value: Money): Money => money(-value.amount, value.currency);

export const subtract = (left: Money, right: Money): Money => add(left, negate(right));

export const sum = (list: Iterable<Money>, currency: Currency): Money => {
  let total = money(0, currency);
  for (const value of list) total = add(total, value);
  return total;
};

export function multiply(value: Money, quantity: number): Money {
  assert(Number.isSafeInteger(quantity), `${quantity} is not a whole quantity`);
  return money(toSafe(BigInt(value.amount) * BigInt(quantity)), value.currency);
}

/** A rate of 1 % is 100 basis points. Rounded half up, once. */
export function basisPoints(value: Money, rate: number): Money {
  assert(Number.isSafeInteger(rate), `${rate} is not a whole number of basis points`);
  return money(toSafe(divideHalfUp(BigInt(value.amount) * BigInt(rate), 10_000n)), value.currency);
}

/**
 * Splits in proportion to whole, non-negative weights. What the division leaves over goes, one unit each,
 * to the largest remainders, ties by position; the shares always add up to the whole.
 */
export function allocate(value: Money, weights: readonly number[]): Money[] {
  assert(weights.length > 0, 'there is nobody to share with');
  assert(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole and not negative',
  );
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (value.amount === 0) return weights.map(() => money(0, value.currency));
  assert(total > 0n, 'all weights are zero');

  const whole = BigInt(Math.abs(value.amount));
  const shares = weights.map((weight, position) => {
    const product = whole * BigInt(weight);
    return { position, units: product / total, remainder: product % total };
  });
  let left = whole - shares.reduce((given, share) => given + share.units, 0n);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.units += 1n;
    left -= 1n;
  }
  const sign = value.amount < 0 ? -1 : 1;
  return shares.map((share) => money(sign * toSafe(share.units), value.currency));
}

export const isZero = (value: Money): boolean => value.amount === 0;

/** Negative, zero or positive, for sorting and thresholds. */
export function compare(left: Money, right: Money): number {
  assertSame(left, right);
  return Math.sign(left.amount - right.amount);
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function toSafe(value: bigint): number {
  const number = Number(value);
  assert(Number.isSafeInteger(number), `${value} is beyond what an amount may hold`);
  return number;
}

/**
 * @tiwizi/money — what an amount is, and the only arithmetic allowed on it.
 *
 * Owns `Money` (a whole count of minor units and a currency), its sums, rates in basis points,
 * splitting without loss, and the strict reading of a typed price.
 *
 * Rules: no fraction is ever stored; two currencies never meet in one operation; rounding is half up
 * (away from zero, so that a refund mirrors its sale) and happens once; shares always add up to the whole.
 * A broken rule is a bug of ours, not of the caller: it throws `MoneyAssertion`, which nobody catches.
 * Showing an amount is `formatMoney` in @tiwizi/i18n.
 */
export { currencies, currencyDecimals, isCurrency, type Currency } from './currency.js';
export {
  add,
  allocate,
  assertSame,
  basisPoints,
  compare,
  isZero,
  money,
  MoneyAssertion,
  multiply,
  negate,
  subtract,
  sum,
  type Money,
} from './money.js';
export { parseAmount } from './parse-amount.js';

/** ISO 4217 codes the shop trades in, with their number of decimals: never a constant hundred. */
const decimalsOf = { MAD: 2, EUR: 2, USD: 2, GBP: 2, JPY: 0 } as const;

export type Currency = keyof typeof decimalsOf;

export const currencies = Object.keys(decimalsOf) as readonly Currency[];

export const currencyDecimals = (currency: Currency): number => decimalsOf[currency];

export const isCurrency = (value: unknown): value is Currency =>
  typeof value === 'string' && Object.hasOwn(decimalsOf, value);

import type { ColumnOptions } from 'typeorm';

/** Whole minor units in a bigint column. Amounts stay below 2^53 by CHECK; the driver hands bigints over as text. */
export const minorUnits: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (value: number | null | undefined) => value,
    from: (value: string | null) => (value === null ? null : exact(value)),
  },
};

/** The same for raw rows. */
export function amountColumn(value: string | number): number {
  return exact(String(value));
}

function exact(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`an amount of ${text} minor units is beyond exact arithmetic`);
  return value;
}

import type { Listing } from '@tiwizi/contracts';
import type { VariantValues } from './price-fields.js';

/** What the fields show: what was just typed, else what is saved, one row more when one was asked for. */
export function variantValues(
  listing: Listing | null,
  typed: Record<string, string> | undefined,
  rows = 1,
): VariantValues[] {
  if (typed && 'price-0' in typed) return typedRows(typed);
  const saved = (listing?.draft.variants ?? []).map((variant) => ({
    id: variant.id ?? '',
    price: amountText(variant.price.amount),
    stock: String(variant.stock),
    measure: variant.measure ?? '',
    weight: String(variant.weightGrams),
  }));
  while (saved.length < rows) saved.push({ id: '', price: '', stock: '', measure: '', weight: '' });
  return saved;
}

function typedRows(typed: Record<string, string>): VariantValues[] {
  const rows: VariantValues[] = [];
  for (let row = 0; `price-${row}` in typed; row += 1) {
    const at = (field: string) => typed[`${field}-${row}`] ?? '';
    rows.push({
      id: at('variantId'),
      price: at('price'),
      stock: at('stock'),
      measure: at('measure'),
      weight: at('weight'),
    });
  }
  return rows;
}

/** As it would be typed: « 89 », « 12,50 ». */
function amountText(amount: number): string {
  const cents = amount % 100;
  return `${Math.floor(amount / 100)}${cents ? `,${String(cents).padStart(2, '0')}` : ''}`;
}

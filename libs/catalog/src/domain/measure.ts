import type { VariantAxis } from '@tiwizi/contracts';

export interface NetContent {
  readonly quantity: number;
  readonly unit: 'g' | 'ml';
}

const number = String.raw`(\d{1,6}(?:[.,]\d{1,3})?)`;
const weight = new RegExp(String.raw`^${number}\s*(kg|g)$`, 'i');
const volume = new RegExp(String.raw`^${number}\s*(ml|cl|l)$`, 'i');
const size = /^(\d+([.,]\d+)?\s*([x×]\s*\d+([.,]\d+)?\s*)?(mm|cm|m)|xxs|xs|s|m|l|xl|xxl)$/i;
const gramsOrMillilitres: Record<string, number> = { kg: 1000, g: 1, l: 1000, cl: 10, ml: 1 };

/** Reads "250 g" as a weight, "30x40 cm" as a size, "6" as pieces: cooperatives write one text, not a form. */
export function axisOf(measure: string | undefined): VariantAxis {
  const text = measure?.trim() ?? '';
  if (weight.test(text)) return 'weight';
  if (volume.test(text)) return 'volume';
  if (size.test(text)) return 'size';
  return /^\d+$/.test(text) ? 'pieces' : 'choice';
}

/** What the buyer takes home, where the axis says that the measure is its weight or volume. */
export function netContentOf(axis: VariantAxis, measure: string | undefined): NetContent | null {
  const match = { weight, volume }[axis as 'weight' | 'volume']?.exec(measure?.trim() ?? '');
  if (!match?.[1] || !match[2]) return null;
  const factor = gramsOrMillilitres[match[2].toLowerCase()] ?? 1;
  const quantity = Math.round(Number(match[1].replace(',', '.')) * factor);
  return quantity > 0 ? { quantity, unit: axis === 'weight' ? 'g' : 'ml' } : null;
}

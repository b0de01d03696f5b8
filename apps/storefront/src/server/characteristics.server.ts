import type { ListingDraft, ProductDetail } from '@tiwizi/contracts';
import { formatMeasure, formatNumber, type Locale, type LocalizedText } from '@tiwizi/i18n';
import { textsFor } from '../i18n/texts.server.js';

export interface Characteristic {
  readonly key: string;
  readonly name: LocalizedText;
  readonly value: LocalizedText;
}
type Written = ProductDetail['attributes'][number];
type Draft = NonNullable<ListingDraft['attributes']>;

/** Numbers with their unit, yes or no, and the words of a closed list; anything else as the cooperative wrote it. */
export const characteristicsOf = ({ attributes }: Pick<ProductDetail, 'attributes'>, locale: Locale) =>
  attributes.map((attribute) => characteristic(attribute, locale));

/** Of a listing nobody has published yet. */
export const draftCharacteristics = (attributes: Draft, locale: Locale): Characteristic[] =>
  Object.entries(attributes).map(([key, value]) => draftCharacteristic(key, [value].flat().join(', '), locale));

export const draftCharacteristic = (key: string, value: string, locale: Locale): Characteristic =>
  characteristic({ key, value, unit: unitIn(key) }, locale);

function characteristic({ key, value, unit }: Written, locale: Locale): Characteristic {
  const name = find(key, locale) ?? { locale, text: key.replaceAll('_', ' ') };
  return { key, name, value: valueOf(key, value, unit, locale) };
}

function valueOf(key: string, value: string, unit: string | null, locale: Locale): LocalizedText {
  const written: LocalizedText = { locale, text: value };
  if (value === 'true' || value === 'false') return find(value === 'true' ? 'yes' : 'no', locale) ?? written;
  if (unit && /^-?\d+(\.\d+)?$/.test(value)) return quantity(Number(value), unit, locale);
  const words = value.split(/,\s*/).map((word) => find(`${key}.${word}`, locale));
  const known = words.flatMap((word) => word ?? []);
  const [first] = known;
  if (!first || known.length < words.length) return written;
  return { ...first, text: known.map(({ text }) => text).join(' · ') };
}

function quantity(number: number, unit: string, locale: Locale): LocalizedText {
  const name = find(`unit.${unit}`, locale, number);
  const amount = formatNumber(number, locale);
  if (name) return { ...name, text: `${amount}\u00a0${name.text}` };
  return { locale, text: formatMeasure(`${amount}\u00a0${unit}`, locale) };
}

function find(key: string, locale: Locale, count?: number): LocalizedText | null {
  const texts = textsFor(locale, 'attributes');
  if (!texts.has(key)) return null;
  return { locale: texts.langOf(key) ?? locale, text: texts.t(key, count === undefined ? {} : { count }) };
}

const units: Record<string, string> = { pct: '%' };

/** The unit a key ends in: `net_weight_g` is in grams. */
function unitIn(key: string): string | null {
  const [, unit = ''] = /_(g|ml|cm|pct|days|months|h)$/.exec(key) ?? [];
  return unit ? (units[unit] ?? unit) : null;
}

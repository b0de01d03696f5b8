import type { ListingDraft } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { parseAmount } from '@tiwizi/money';
import { textOf, wholeOf } from '../../server/fields.server.js';
import { writtenLocales } from './listing.js';

type Variants = NonNullable<ListingDraft['variants']>;
type Variant = Variants[number];
/** The code of what is wrong, by the control it was typed in. */
export type Unreadable = Record<string, string>;

/**
 * The part of the draft this form shows; what it does not show stays as it is. Whatever cannot be read is told,
 * and nothing is saved until it can.
 */
export function readListingForm(form: FormData, current: ListingDraft, page: Locale) {
  const patch: ListingDraft = {};
  const problems: Unreadable = {};
  const title = readTexts(form, 'title', current.title);
  const description = readTexts(form, 'description', current.description);
  if (title) patch.title = title;
  if (description) patch.description = description;
  if (title && !current.sourceLocale) patch.sourceLocale = page;
  const categoryId = textOf(form, 'categoryId');
  if (categoryId) patch.categoryId = categoryId;
  if (form.has('price-0')) {
    const variants = readVariants(form, current.variants ?? []);
    Object.assign(problems, variants.problems);
    if (variants.list.length) patch.variants = variants.list;
  }
  return { patch, problems };
}

function readTexts(form: FormData, field: 'title' | 'description', current: ListingDraft['title']) {
  const shown = writtenLocales.filter((locale) => form.has(`${field}-${locale}`));
  if (!shown.length) return undefined;
  const texts = { ...current };
  for (const locale of shown) {
    const text = textOf(form, `${field}-${locale}`);
    if (text) texts[locale] = text;
    else delete texts[locale];
  }
  return texts;
}

function readVariants(form: FormData, current: Variants) {
  const list: Variant[] = [];
  const problems: Unreadable = {};
  for (let row = 0; form.has(`price-${row}`); row += 1) {
    if (isBlank(form, row)) continue;
    const read = readVariant(form, row, current);
    if ('problems' in read) Object.assign(problems, read.problems);
    else list.push(read.variant);
  }
  return { list, problems };
}

const isBlank = (form: FormData, row: number): boolean =>
  ['price', 'measure', 'weight', 'stock'].every((field) => !textOf(form, `${field}-${row}`));

function readVariant(form: FormData, row: number, current: Variants): { variant: Variant } | { problems: Unreadable } {
  const problems: Unreadable = {};
  const amount = readPrice(textOf(form, `price-${row}`), `price-${row}`, problems);
  const stock = readWhole(textOf(form, `stock-${row}`), `stock-${row}`, 0, problems);
  const weightGrams = readWhole(textOf(form, `weight-${row}`), `weight-${row}`, 1, problems);
  if (Object.keys(problems).length) return { problems };
  const id = textOf(form, `variantId-${row}`);
  const known = current.find((each) => each.id === id);
  const measure = textOf(form, `measure-${row}`);
  return {
    variant: {
      ...(known?.id && { id: known.id }),
      ...(known?.sku && { sku: known.sku }),
      ...(measure && { measure }),
      price: { amount, currency: 'MAD' },
      stock,
      weightGrams,
    },
  };
}

function readPrice(text: string, field: string, problems: Unreadable): number {
  const amount = text ? parseAmount(text, 'MAD') : 0;
  if (amount === undefined) problems[field] = 'invalid_amount';
  else if (amount <= 0) problems[field] = 'catalog/price-required';
  return amount ?? 0;
}

function readWhole(text: string, field: string, least: number, problems: Unreadable): number {
  const value = wholeOf(text);
  if (!text) problems[field] = 'validation/required';
  else if (value === undefined) problems[field] = 'validation/not-integer';
  else if (value < least) problems[field] = 'validation/too-small';
  return value ?? 0;
}

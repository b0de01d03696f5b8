import type { PublishedProduct } from '@tiwizi/catalog';
import { demoId, demoNumber } from './demo-id.js';
import { cooperativeId } from './registry-rows.js';
import type { SampleProduct } from './samples.js';

const lastDay = Date.parse('2026-11-24T18:00:00Z');
const secondsOfHalfAYear = 180 * 86_400;
/** A voucher in its envelope. */
const voucherGrams = 50;
/** Places of a stay or a workshop that may be booked. */
const placesOfAService = 20;

/** A sample as moderators accepted it, on some day of the last half-year. */
export function publishedProduct(sample: SampleProduct): PublishedProduct {
  return {
    id: demoId('product', sample.id),
    cooperativeId: cooperativeId(sample.cooperative),
    slug: sample.slug,
    categoryId: sample.category,
    title: sample.title,
    description: sample.description,
    sourceLocale: 'fr',
    attributes: sample.attributes,
    labelIds: sample.labels,
    leadTimeDays: sample.leadTimeDays,
    publishedAt: new Date(lastDay - demoNumber(sample.id, secondsOfHalfAYear) * 1000),
    variants: sample.variants.map(({ sku, axis, measure, price, grams, stock }) => ({
      id: demoId('variant', sku),
      sku,
      // One of something is no measure.
      ...(measure !== '1' && { axis, measure }),
      price: { amount: price, currency: 'MAD' },
      stock: stock ?? placesOfAService,
      weightGrams: grams || voucherGrams,
    })),
  };
}

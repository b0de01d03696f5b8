import { z } from 'zod';
import { event } from '../shared/event.js';
import { topics } from '../shared/topics.js';
import { Id, LocaleCode } from '../shared/values.js';

/** An immutable change set waits for a moderator; an older one of the same product is superseded. */
export const ListingSubmittedV1 = event(
  'catalog.listing-submitted.v1',
  'quick',
  z.strictObject({
    changeSetId: Id,
    productId: Id,
    cooperativeId: Id,
    version: z.int(),
    submittedBy: Id,
    sellerLocale: LocaleCode,
  }),
);
export const ProductPublishedV1 = event(
  'catalog.product-published.v1',
  'quick',
  z.strictObject({ productId: Id, cooperativeId: Id, slug: z.string(), version: z.int() }),
  ({ productId }) => [topics.product(productId)],
);
export const ProductWithdrawnV1 = event(
  'catalog.product-withdrawn.v1',
  'quick',
  z.strictObject({ productId: Id, cooperativeId: Id, slug: z.string() }),
  ({ productId }) => [topics.product(productId)],
);
/** Products whose availability, as buyers see it, may have changed (sold out, back, few left). */
export const AvailabilityChangedV1 = event(
  'catalog.availability-changed.v1',
  'quick',
  z.strictObject({ productIds: z.array(Id) }),
  ({ productIds }) => productIds.map(topics.product),
);

import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import {
  CreateListing,
  DecideCase,
  ListCases,
  ShowListing,
  ShowProduct,
  SubmitListing,
  UploadImage,
  type Translations,
} from '@tiwizi/contracts';
import type { Cooperative } from './cooperative.js';
import { photograph } from './photograph.js';
import { moderator } from './staff.js';

export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly variantId: string;
  readonly cooperative: Cooperative;
}

interface WantedProduct {
  title: Translations;
  description?: Translations;
  /** In centimes. */
  price?: number;
  stock?: number;
}

/** A listing that waits for a moderator. */
export async function submitListing(cooperative: Cooperative, wanted: WantedProduct): Promise<string> {
  const { api } = cooperative.president.visitor;
  const params = { coopId: cooperative.id };
  const file = new File([new Uint8Array(await photograph())], 'photo.jpg', { type: 'image/jpeg' });
  const image = await api.upload(UploadImage, { params, file });
  const { title, description, price = 12_000, stock = 20 } = wanted;
  const { id } = await api.call(CreateListing, {
    params,
    body: {
      title,
      ...(description && { description }),
      categoryId: 'baskets',
      variants: [{ price: { amount: price, currency: 'MAD' }, stock, weightGrams: 900 }],
      imageIds: [image.id],
    },
  });
  await expect
    .poll(async () => (await api.call(ShowListing, { params: { ...params, id } })).images[0]?.status)
    .toBe('ready');
  await api.call(SubmitListing, { params: { ...params, id } });
  return id;
}

/** The moderator's case about this listing; it is opened a moment after the listing was sent. */
export async function caseOf(title: string): Promise<{ id: string; version: number }> {
  const { api } = await moderator();
  let found: { id: string; version: number } | undefined;
  await expect
    .poll(
      async () => {
        const { items } = await api.call(ListCases, { query: { limit: 100 } });
        found = items.find((waiting) => waiting.title.text === title);
        return found !== undefined;
      },
      { message: `a case about ${title}`, intervals: [100, 200, 400] },
    )
    .toBe(true);
  return found!;
}

/** A product for sale, listed and accepted through the API. */
export async function publishProduct(cooperative: Cooperative, wanted: WantedProduct): Promise<Product> {
  const id = await submitListing(cooperative, wanted);
  const title = Object.values(wanted.title)[0] ?? '';
  const { id: caseId, version } = await caseOf(title);
  const { api } = await moderator();
  await api.call(DecideCase, {
    params: { id: caseId },
    body: { kind: 'approve', version },
    idempotencyKey: randomUUID(),
  });
  const { visitor } = cooperative.president;
  let slug: string | null = null;
  await expect
    .poll(async () => {
      const listing = await visitor.api.call(ShowListing, { params: { coopId: cooperative.id, id } });
      ({ slug } = listing);
      return listing.isLive;
    })
    .toBe(true);
  const shown = await visitor.api.call(ShowProduct, { params: { idOrSlug: slug ?? id } });
  return { id, slug: shown.slug, variantId: shown.variants[0]!.id, cooperative };
}

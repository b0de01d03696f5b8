import type { PublishedProduct } from '@tiwizi/catalog';
import type { RegistryRow } from '@tiwizi/cooperatives';
import { demoId, demoNumber } from '../demo-id.js';
import { publishedProduct } from '../published-products.js';
import { registryRow } from '../registry-rows.js';
import type { Samples } from '../samples.js';

/** Above every number of the samples: a court's register has room for them all. */
const firstRegisterNumber = 1_000_000;

const oneOf = <T>(list: readonly T[], position: number): T => {
  const item = list[position % list.length];
  if (item === undefined) throw new Error('there is no sample to draw from');
  return item;
};

export const generatedCooperativeId = (position: number): string => demoId('generated-cooperative', String(position));

/** The n-th generated cooperative: a sample's people and place under a name and a register number of its own. */
export function generatedCooperative({ cooperatives }: Samples, position: number): RegistryRow {
  const row = registryRow(oneOf(cooperatives, position));
  const number = position + 1;
  return {
    ...row,
    id: generatedCooperativeId(position),
    slug: `${row.slug.slice(0, 100)}-g${number}`,
    name: Object.fromEntries(Object.entries(row.name).map(([locale, name]) => [locale, `${name} ${number}`])),
    localRegisterNumber: firstRegisterNumber + number,
    ice: null,
    rib: null,
    phone: null,
    labels: [],
  };
}

export const generatedProductId = (position: number): string => demoId('generated-product', String(position));

/** The n-th generated product: a sample's goods at a price of their own, offered by this cooperative. */
export function generatedProduct({ products }: Samples, position: number, cooperativeId: string): PublishedProduct {
  const product = publishedProduct(oneOf(products, position));
  const number = position + 1;
  const percent = 80 + demoNumber(`generated-price/${position}`, 41);
  return {
    ...product,
    id: generatedProductId(position),
    cooperativeId,
    slug: `${product.slug.slice(0, 100)}-g${number}`,
    labelIds: [],
    variants: product.variants.map((variant, place) => ({
      ...variant,
      id: demoId('generated-variant', `${position}/${place}`),
      sku: `G-${number}-${place + 1}`,
      // Prices end in half dirhams, as they do at the market.
      price: { amount: Math.max(50, Math.round((variant.price.amount * percent) / 5_000) * 50), currency: 'MAD' },
    })),
  };
}

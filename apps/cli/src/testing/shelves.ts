import { CatalogApi, type PublishedProduct } from '@tiwizi/catalog';
import { CooperativesApi, type RegistryRow } from '@tiwizi/cooperatives';
import { Database, newId } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';

let serial = 0;

export interface Shelf {
  price: number;
  stock: number;
}

/** A cooperative for each list, with one product of one variant for each shelf of it; answers the variants' ids. */
export async function openShelves(app: TestApp, cooperatives: readonly (readonly Shelf[])[]): Promise<string[]> {
  const rows: RegistryRow[] = [];
  const products: PublishedProduct[] = [];
  for (const shelves of cooperatives) {
    serial += 1;
    const cooperativeId = newId();
    rows.push({
      id: cooperativeId,
      slug: `agadir-${serial}`,
      name: { fr: `Coopérative ${serial}` },
      place: { fr: 'Imouzzer' },
      provinceId: 'MA-AGD',
      court: 'Tribunal de première instance de Ouarzazate',
      localRegisterNumber: serial,
      ice: null,
      rib: null,
      phone: null,
      foundedYear: 2017,
      memberCount: 12,
      womenCount: 5,
      verification: 'verified',
      verificationLevel: 2,
      locale: 'fr',
    });
    for (const { price, stock } of shelves) {
      serial += 1;
      products.push({
        id: newId(),
        cooperativeId,
        slug: `argan-${serial}`,
        categoryId: 'honey',
        title: { fr: `Argan ${serial}` },
        description: { fr: 'Pressé à froid.' },
        publishedAt: new Date(),
        variants: [
          {
            id: newId(),
            sku: `A-${serial}`,
            measure: '250 g',
            price: { amount: price, currency: 'MAD' },
            stock,
            weightGrams: 300,
          },
        ],
      });
    }
  }
  await app.get(Database).transaction(async (tx) => {
    await app.get(CooperativesApi).importRegistry(tx, rows);
    await app.get(CatalogApi).importPublished(tx, products);
  });
  return products.flatMap(({ variants }) => variants.map(({ id }) => id));
}

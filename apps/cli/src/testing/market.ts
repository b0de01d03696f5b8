import { CatalogApi, type PublishedProduct } from '@tiwizi/catalog';
import { CooperativesApi, type RegistryRow } from '@tiwizi/cooperatives';
import { Database, newId } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';

/** A few cooperatives, each with one product of one variant: ids for buying, stock enough or scarce. */
export async function openMarket(app: TestApp, { cooperatives, stock }: { cooperatives: number; stock: number }) {
  const rows = Array.from({ length: cooperatives }, (_, index): RegistryRow => ({
    id: newId(),
    slug: `tifaouine-${index}`,
    name: { fr: `Coopérative Tifaouine ${index}` },
    place: { fr: 'Imouzzer' },
    provinceId: 'MA-AGD',
    court: 'Tribunal de première instance d’Agadir',
    localRegisterNumber: index + 1,
    ice: null,
    rib: null,
    phone: '+212600000001',
    foundedYear: 2017,
    memberCount: 12,
    womenCount: 12,
    verification: 'verified',
    verificationLevel: 2,
    locale: 'fr',
  }));
  const products = rows.map((row, index): PublishedProduct => ({
    id: newId(),
    cooperativeId: row.id,
    slug: `miel-${index}`,
    categoryId: 'honey',
    title: { fr: `Miel ${index}` },
    description: { fr: 'Récolté à la main.' },
    publishedAt: new Date(),
    variants: [
      {
        id: newId(),
        sku: `M-${index}`,
        measure: '250 g',
        price: { amount: 8900 + index, currency: 'MAD' },
        stock,
        weightGrams: 400,
      },
    ],
  }));
  await app.get(Database).transaction(async (tx) => {
    await app.get(CooperativesApi).importRegistry(tx, rows);
    await app.get(CatalogApi).importPublished(tx, products);
  });
  return {
    cooperativeIds: rows.map(({ id }) => id),
    variantIds: products.flatMap(({ variants }) => variants.map(({ id }) => id)),
  };
}

import { CooperativesApi, CooperativesModule, type RegistryRow } from '@tiwizi/cooperatives';
import { Database, newId } from '@tiwizi/persistence';
import { startApp, type StartOptions, type TestApp } from '@tiwizi/testing';
import { CatalogApi, CatalogModule, type PublishedProduct } from '../index.js';

let serial = 0;

export function cooperative(changes: Partial<RegistryRow> = {}): RegistryRow {
  serial += 1;
  return {
    id: newId(),
    slug: `tifaouine-${serial}`,
    name: { fr: `Coopérative Tifaouine ${serial}`, ar: 'تعاونية تيفاوين' },
    place: { fr: 'Imouzzer', ar: 'إيموزار' },
    provinceId: 'MA-AGD',
    court: "Tribunal de première instance d'Agadir",
    localRegisterNumber: serial,
    ice: null,
    rib: null,
    phone: '+212600000001',
    foundedYear: 2017,
    memberCount: 12,
    womenCount: 12,
    verification: 'verified',
    verificationLevel: 2,
    locale: 'fr',
    ...changes,
  };
}

export function product(cooperativeId: string, changes: Partial<PublishedProduct> = {}): PublishedProduct {
  serial += 1;
  return {
    id: newId(),
    cooperativeId,
    slug: `miel-de-thym-${serial}`,
    categoryId: 'honey',
    title: { fr: 'Miel de thym', ar: 'عسل الزعتر' },
    description: { fr: 'Récolté à la main.' },
    attributes: { origin_commune: 'Imouzzer', harvest_year: 2026, allergens: ['pollen', 'wax'] },
    leadTimeDays: 2,
    publishedAt: new Date(Date.UTC(2026, 0, 1) + serial * 1000),
    variants: [
      variant({ measure: '250 g' }),
      variant({ measure: '500 g', price: { amount: 16_500, currency: 'MAD' } }),
    ],
    ...changes,
  };
}

export function variant(
  changes: Partial<PublishedProduct['variants'][number]> = {},
): PublishedProduct['variants'][number] {
  serial += 1;
  return {
    id: newId(),
    sku: `MIEL-${serial}`,
    price: { amount: 8900, currency: 'MAD' },
    stock: 10,
    weightGrams: 400,
    ...changes,
  };
}

/** The catalogue with its neighbours, and a quick way to put things into it. */
export class Shop {
  private constructor(readonly app: TestApp) {}

  static async open(options: Partial<StartOptions> = {}): Promise<Shop> {
    return new Shop(await startApp({ modules: [CooperativesModule, CatalogModule], ...options }));
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get catalog(): CatalogApi {
    return this.app.get(CatalogApi);
  }

  async register(...rows: RegistryRow[]): Promise<void> {
    await this.database.transaction((tx) => this.app.get(CooperativesApi).importRegistry(tx, rows));
  }

  async publish(...products: PublishedProduct[]): Promise<void> {
    await this.database.transaction((tx) => this.catalog.importPublished(tx, products));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

import { CatalogApi, CatalogModule, type PublishedProduct } from '@tiwizi/catalog';
import type { SearchResult } from '@tiwizi/contracts';
import { CooperativesApi, CooperativesModule, type RegistryRow } from '@tiwizi/cooperatives';
import type { EntityManager } from '@tiwizi/persistence';
import { Database, newId } from '@tiwizi/persistence';
import { startApp, type StartOptions, type TestApp } from '@tiwizi/testing';
import { SearchApi, SearchModule } from '../index.js';

let serial = 0;

export function cooperative(own: Partial<RegistryRow> = {}): RegistryRow {
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
    phone: null,
    foundedYear: 2017,
    memberCount: 12,
    womenCount: 12,
    verification: 'verified',
    verificationLevel: 2,
    locale: 'fr',
    ...own,
  };
}

type Changes = Partial<PublishedProduct> & { priceAmount?: number; stock?: number };

export function product(
  cooperativeId: string,
  { priceAmount = 8900, stock = 10, ...own }: Changes = {},
): PublishedProduct {
  serial += 1;
  return {
    id: newId(),
    cooperativeId,
    slug: `produit-${serial}`,
    categoryId: 'honey',
    title: { fr: 'Miel de thym', ar: 'عسل الزعتر', zgh: 'ⵜⴰⵎⵎⴻⵎⵜ ⵏ ⵓⵣⵓⴽⵏⵏⵉ' },
    description: { fr: 'Récolté à la main.' },
    attributes: { origin_commune: 'Imouzzer', harvest_year: 2026, allergens: ['pollen', 'wax'] },
    leadTimeDays: 2,
    publishedAt: new Date(Date.UTC(2026, 0, 1) + serial * 1000),
    variants: [
      {
        id: newId(),
        sku: `SKU-${serial}`,
        measure: '250 g',
        price: { amount: priceAmount, currency: 'MAD' },
        stock,
        weightGrams: 400,
      },
    ],
    ...own,
  };
}

/** A catalogue, its makers and its search, as the whole product has them. */
export class Market {
  private constructor(readonly app: TestApp) {}

  static async open(options: Partial<StartOptions> = {}): Promise<Market> {
    return new Market(await startApp({ modules: [CooperativesModule, CatalogModule, SearchModule], ...options }));
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get api(): SearchApi {
    return this.app.get(SearchApi);
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  async register(...rows: RegistryRow[]): Promise<void> {
    await this.transaction((tx) => this.app.get(CooperativesApi).importRegistry(tx, rows));
  }

  async publish(...products: PublishedProduct[]): Promise<void> {
    await this.transaction((tx) => this.app.get(CatalogApi).importPublished(tx, products));
  }

  async find(query: Record<string, string | string[]>): Promise<SearchResult> {
    const { body, status } = await this.app.http.get('/api/v1/search').query(query);
    if (status !== 200) throw new Error(`the search answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

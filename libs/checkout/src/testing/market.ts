import { CatalogApi, CatalogModule, type PublishedProduct, type PublishedVariant } from '@tiwizi/catalog';
import type { Cart, DeliveryAddress } from '@tiwizi/contracts';
import { CooperativesApi, CooperativesModule, type RegistryRow } from '@tiwizi/cooperatives';
import { Database, newId } from '@tiwizi/persistence';
import { ShippingModule } from '@tiwizi/shipping';
import { startApp, type StartOptions, type TestApp } from '@tiwizi/testing';
import { CheckoutModule } from '../checkout.module.js';

let serial = 0;

export const address: DeliveryAddress = {
  name: 'Fatima Zahra El Idrissi',
  phone: '06 12 34 56 78',
  provinceId: 'MA-CAS',
  line: '12, rue Tarik Ibn Ziad, près de la mosquée',
};

/** A market with real shelves: cooperatives, what they sell, and a buyer's way from the shelf to the checkout. */
export class Market {
  private constructor(readonly app: TestApp) {}

  static async open(options: Partial<StartOptions> = {}): Promise<Market> {
    const modules = [CooperativesModule, CatalogModule, ShippingModule, CheckoutModule];
    return new Market(await startApp({ modules, ...options }));
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async cooperative(changes: Partial<RegistryRow> = {}): Promise<string> {
    serial += 1;
    const row: RegistryRow = {
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
      ...changes,
    };
    await this.database.transaction((tx) => this.app.get(CooperativesApi).importRegistry(tx, [row]));
    return row.id;
  }

  /** A product of one variant; answers the variant's id. */
  async shelve(cooperativeId: string, changes: Partial<PublishedVariant> = {}): Promise<string> {
    const { variants } = await this.shelveProduct(cooperativeId, {}, changes);
    return variants[0]!.id;
  }

  async shelveProduct(
    cooperativeId: string,
    product: Partial<PublishedProduct> = {},
    variant: Partial<PublishedVariant> = {},
  ): Promise<PublishedProduct> {
    serial += 1;
    const published: PublishedProduct = {
      id: newId(),
      cooperativeId,
      slug: `miel-de-thym-${serial}`,
      categoryId: 'honey',
      title: { fr: 'Miel de thym', ar: 'عسل الزعتر' },
      description: { fr: 'Récolté à la main.' },
      attributes: { origin_commune: 'Imouzzer', harvest_year: 2026, allergens: ['pollen', 'wax'] },
      publishedAt: new Date(),
      variants: [
        {
          id: newId(),
          sku: `MIEL-${serial}`,
          measure: '250 g',
          price: { amount: 8900, currency: 'MAD' },
          stock: 10,
          weightGrams: 400,
          ...variant,
        },
      ],
      ...product,
    };
    await this.database.transaction((tx) => this.app.get(CatalogApi).importPublished(tx, [published]));
    return published;
  }

  /** Changes what catalog publishes, as a republication or a moderator would. */
  async reprice(variantId: string, amount: number): Promise<void> {
    await this.database.query('update catalog.variant set price_amount = $2 where id = $1', [variantId, amount]);
  }

  async restock(variantId: string, onHand: number): Promise<void> {
    await this.database.query('update catalog.stock_level set on_hand = $2 where variant_id = $1', [variantId, onHand]);
  }

  async withdraw(variantId: string): Promise<void> {
    await this.database.query(
      `update catalog.product set withdrawn_at = now()
       where id = (select product_id from catalog.variant where id = $1)`,
      [variantId],
    );
  }

  async openCart(): Promise<string> {
    const { body } = await this.app.http.post('/api/v1/carts').expect(201);
    return body.id;
  }

  add(cartId: string, variantId: string, quantity?: number) {
    return this.app.http.post(`/api/v1/carts/${cartId}/lines`).send({ variantId, ...(quantity && { quantity }) });
  }

  async cart(cartId: string, locale = 'fr'): Promise<Cart> {
    const { body } = await this.app.http.get(`/api/v1/carts/${cartId}?locale=${locale}`).expect(200);
    return body;
  }

  deliver(cartId: string, to: Partial<DeliveryAddress> = {}, choices?: { cooperativeId: string; optionId: string }[]) {
    return this.app.http
      .put(`/api/v1/carts/${cartId}/delivery`)
      .send({ address: { ...address, ...to }, ...(choices && { choices }) });
  }

  price(cartId: string, paymentMethod = 'cash-on-delivery') {
    return this.app.http.post('/api/v1/checkouts').send({ cartId, paymentMethod });
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

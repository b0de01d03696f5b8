import { CatalogApi, CatalogModule, type PublishedProduct } from '@tiwizi/catalog';
import { CheckoutModule } from '@tiwizi/checkout';
import type { OrderView, PaymentMethod, SellerOrder, SubOrderStatus } from '@tiwizi/contracts';
import { CooperativesApi, CooperativesModule, type RegistryRow } from '@tiwizi/cooperatives';
import { LedgerModule } from '@tiwizi/ledger';
import { Database, newId } from '@tiwizi/persistence';
import { ShippingModule } from '@tiwizi/shipping';
import { idempotencyKey, startApp, type StartOptions, type TestApp } from '@tiwizi/testing';
import type { z } from 'zod';
import { OrderSecrets } from '../domain/order-secrets.js';
import { PaymentDesk } from '../domain/payment-desk.js';
import { OrdersModule } from '../orders.module.js';
import { RecordingPaymentDesk, RecordingPaymentsModule } from './recording-payment-desk.js';

let serial = 0;
let phones = 10_000_000;

/** A Moroccan mobile number nobody else in this spec has. */
export const newPhone = (): string => `+2126${(phones += 1)}`;

export interface Basket {
  variantId: string;
  quantity?: number;
}

export interface Placed {
  id: string;
  number: string;
  status: string;
  token: string;
  payment: { status: string; nextAction: { type: string } | null; amount: { amount: number } };
}

/** A market with real shelves, and the way of an order through it. */
export class Market {
  private constructor(readonly app: TestApp) {}

  static async open(options: Partial<StartOptions> = {}): Promise<Market> {
    const modules = [
      CooperativesModule,
      CatalogModule,
      ShippingModule,
      LedgerModule,
      CheckoutModule,
      OrdersModule,
      RecordingPaymentsModule,
    ];
    return new Market(await startApp({ modules, ...options }));
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get payments(): RecordingPaymentDesk {
    return this.app.get<PaymentDesk>(PaymentDesk) as RecordingPaymentDesk;
  }

  async cooperative(changes: Partial<RegistryRow> = {}): Promise<string> {
    serial += 1;
    const row: RegistryRow = {
      id: newId(),
      slug: `tifaouine-${serial}`,
      name: { fr: `Coopérative Tifaouine ${serial}`, ar: 'تعاونية تيفاوين' },
      place: { fr: 'Imouzzer' },
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
  async shelve(
    cooperativeId: string,
    { amount = 8900, stock = 10, weightGrams = 400, categoryId = 'honey' } = {},
  ): Promise<string> {
    serial += 1;
    const variantId = newId();
    const product: PublishedProduct = {
      id: newId(),
      cooperativeId,
      slug: `miel-de-thym-${serial}`,
      categoryId,
      title: { fr: 'Miel de thym', ar: 'عسل الزعتر' },
      description: { fr: 'Récolté à la main.' },
      publishedAt: new Date(),
      variants: [
        {
          id: variantId,
          sku: `MIEL-${serial}`,
          measure: '250 g',
          price: { amount, currency: 'MAD' },
          stock,
          weightGrams,
        },
      ],
    };
    await this.database.transaction((tx) => this.app.get(CatalogApi).importPublished(tx, [product]));
    return variantId;
  }

  async stock(variantId: string): Promise<{ onHand: number; reserved: number }> {
    const [row] = await this.database.query<{ onHand: number; reserved: number }>(
      'select on_hand as "onHand", reserved from catalog.stock_level where variant_id = $1',
      [variantId],
    );
    return row!;
  }

  async fillCart(basket: readonly Basket[], phone = newPhone()): Promise<string> {
    const { body } = await this.app.http.post('/api/v1/carts').expect(201);
    for (const line of basket) await this.app.http.post(`/api/v1/carts/${body.id}/lines`).send(line).expect(201);
    const address = { name: 'Fatima Zahra', phone, provinceId: 'MA-CAS', line: '12, rue Tarik Ibn Ziad' };
    await this.app.http.put(`/api/v1/carts/${body.id}/delivery`).send({ address }).expect(200);
    return body.id;
  }

  async price(cartId: string, paymentMethod: PaymentMethod = 'cash-on-delivery'): Promise<string> {
    const { body } = await this.app.http.post('/api/v1/checkouts').send({ cartId, paymentMethod }).expect(201);
    return body.id;
  }

  async checkout(basket: readonly Basket[], paymentMethod?: PaymentMethod, phone?: string): Promise<string> {
    return this.price(await this.fillCart(basket, phone), paymentMethod);
  }

  place(checkoutId: string, { key = idempotencyKey(), cookie = '' } = {}) {
    return this.app.http.post('/api/v1/orders').set('Idempotency-Key', key).set('Cookie', cookie).send({ checkoutId });
  }

  async order(basket: readonly Basket[], paymentMethod?: PaymentMethod, phone?: string): Promise<Placed> {
    const { body } = await this.place(await this.checkout(basket, paymentMethod, phone)).expect(201);
    return body;
  }

  async codeOf({ id }: { id: string }): Promise<string> {
    const [row] = await this.database.query<{ secretSalt: string; count: number }>(
      'select secret_salt as "secretSalt", code_count as count from orders."order" where id = $1',
      [id],
    );
    return this.app.get(OrderSecrets).codeOf({ id, secretSalt: row!.secretSalt }, row!.count);
  }

  /** As if the last code had been sent half a minute ago. */
  async pauseIsOver({ id }: { id: string }): Promise<void> {
    await this.database.query(`update orders."order" set code_sent_at = now() - interval '30 seconds' where id = $1`, [
      id,
    ]);
  }

  resendTo({ number, token }: Placed) {
    return this.app.http.post(`/api/v1/orders/${number}/resend-code?token=${token}`);
  }

  confirmWith({ number, token }: Placed, code: string) {
    return this.app.http.post(`/api/v1/orders/${number}/confirm?token=${token}`).send({ code });
  }

  /** Placed, and its phone proven. */
  async confirmed(basket: readonly Basket[], phone?: string): Promise<Placed> {
    const placed = await this.order(basket, 'cash-on-delivery', phone);
    await this.confirmWith(placed, await this.codeOf(placed)).expect(200);
    return placed;
  }

  cancel({ number, token }: Placed, body: object = {}) {
    return this.app.http
      .post(`/api/v1/orders/${number}/cancel?token=${token}`)
      .set('Idempotency-Key', idempotencyKey())
      .send(body);
  }

  async show({ number, token }: Placed, locale = 'fr'): Promise<z.infer<typeof OrderView>> {
    const { body } = await this.app.http.get(`/api/v1/orders/${number}?token=${token}&locale=${locale}`).expect(200);
    return body;
  }

  seller(cooperativeId: string): Seller {
    return new Seller(this, cooperativeId);
  }

  /** Puts a sub-order where a spec needs it, whatever the way there. */
  async putAt(subOrderId: string, status: z.infer<typeof SubOrderStatus>): Promise<void> {
    await this.database.query('update orders.sub_order set status = $2 where id = $1', [subOrderId, status]);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export class Seller {
  readonly cookie: string;

  constructor(
    private readonly market: Market,
    readonly cooperativeId: string,
  ) {
    this.cookie = market.app.signIn({ cooperatives: [{ id: cooperativeId }] });
  }

  list(query = '') {
    return this.market.app.http
      .get(`/api/v1/workspace/${this.cooperativeId}/orders${query}`)
      .set('Cookie', this.cookie);
  }

  show(subOrderId: string) {
    return this.market.app.http
      .get(`/api/v1/workspace/${this.cooperativeId}/orders/${subOrderId}`)
      .set('Cookie', this.cookie);
  }

  /** `accept`, `reject`, `ready` or `shipments`. */
  gesture(subOrderId: string, gesture: string, body: object | undefined = undefined) {
    return this.market.app.http
      .post(`/api/v1/workspace/${this.cooperativeId}/orders/${subOrderId}/${gesture}`)
      .set('Cookie', this.cookie)
      .set('Idempotency-Key', idempotencyKey())
      .send(body);
  }

  async first(): Promise<SellerOrder> {
    const { body } = await this.list().expect(200);
    return body.items[0];
  }
}

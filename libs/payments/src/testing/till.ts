import { DiscoveryService } from '@nestjs/core';
import type { PaymentMethod, SubOrderStatus } from '@tiwizi/contracts';
import type { PaymentState } from '@tiwizi/orders';
import { Database, newId, type EntityManager } from '@tiwizi/persistence';
import { startSimulator, type Behaviour, type Simulator } from '@tiwizi/stripe-simulator';
import { databaseUrl, eventually, idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import type { z } from 'zod';
import { PaymentsModule } from '../payments.module.js';

const secrets = { stripeSecretKey: 'sk_test_of_the_specs', stripeWebhookSecret: 'whsec_of_the_specs' };
let serial = 0;
let phones = 20_000_000;

export interface Placed {
  id: string;
  number: string;
  status: string;
  token: string;
  payment: PaymentState;
}

/** A market with real orders and a real card provider's double beside it, as the API and the worker see them. */
export class Till {
  private constructor(
    readonly app: TestApp,
    public simulator: Simulator,
  ) {}

  static async open({ worker = true, poolSize = 10 } = {}): Promise<Till> {
    const simulator = await startProvider();
    const settings = { ...secrets, stripeApiBase: simulator.url };
    const app = await startApp({ modules: [PaymentsModule], worker, poolSize, settings });
    const till = new Till(app, simulator);
    await till.control('webhooks', { url: `${await app.listen()}/api/v1/webhooks/stripe` });
    return till;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async control(path: string, body: object = {}): Promise<void> {
    const response = await fetch(`${this.simulator.url}/simulator/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the simulator refuses ${path}: ${response.status}`);
  }

  fault(operation: string, behaviour: Behaviour, times = 1): Promise<void> {
    return this.control('faults', { next: { operation, behaviour, times } });
  }

  async cooperative(): Promise<string> {
    serial += 1;
    const id = newId();
    const row = {
      id,
      slug: `tizi-${serial}`,
      name: { fr: `Coopérative Tizi ${serial}` },
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
    };
    await this.stock('CooperativesApi', 'importRegistry', row);
    return id;
  }

  /** A product of one variant; answers the variant's id. */
  async shelve(cooperativeId: string, { amount = 60_000, stock = 10 } = {}): Promise<string> {
    serial += 1;
    const id = newId();
    const price = { amount, currency: 'MAD' };
    await this.stock('CatalogApi', 'importPublished', {
      id: newId(),
      cooperativeId,
      slug: `tapis-${serial}`,
      categoryId: 'honey',
      title: { fr: 'Tapis' },
      description: { fr: 'Noué à la main.' },
      publishedAt: new Date(),
      variants: [{ id, sku: `TAPIS-${serial}`, measure: '250 g', price, stock, weightGrams: 400 }],
    });
    return id;
  }

  /** Payments calls neither context: here they are known by their names alone. */
  private async stock(api: string, method: string, row: object): Promise<void> {
    const found = this.app.get(DiscoveryService).getProviders();
    const provider: unknown = found.find(({ name }) => name === api)?.instance;
    const run: (tx: EntityManager, rows: object[]) => Promise<void> = Reflect.get(Object(provider), method);
    await this.database.transaction((tx) => run.call(provider, tx, [row]));
  }

  async checkout(variantIds: readonly string[], paymentMethod: PaymentMethod): Promise<string> {
    const { body: cart } = await this.app.http.post('/api/v1/carts').expect(201);
    for (const variantId of variantIds) {
      await this.app.http.post(`/api/v1/carts/${cart.id}/lines`).send({ variantId }).expect(201);
    }
    const address = {
      name: 'Fatima Zahra',
      phone: `+2126${(phones += 1)}`,
      provinceId: 'MA-CAS',
      line: '12, rue Ziad',
    };
    await this.app.http.put(`/api/v1/carts/${cart.id}/delivery`).send({ address }).expect(200);
    const { body } = await this.app.http.post('/api/v1/checkouts').send({ cartId: cart.id, paymentMethod }).expect(201);
    return body.id;
  }

  place(checkoutId: string, key = idempotencyKey()) {
    return this.app.http.post('/api/v1/orders').set('Idempotency-Key', key).send({ checkoutId });
  }

  async order(variantIds: readonly string[], method: PaymentMethod = 'card'): Promise<Placed> {
    const { body } = await this.place(await this.checkout(variantIds, method)).expect(201);
    return body;
  }

  pay({ number, token }: Placed, { key = idempotencyKey(), body = {} as object, locale = 'fr' } = {}) {
    return this.app.http
      .post(`/api/v1/orders/${number}/payment`)
      .query({ token, locale })
      .set('Idempotency-Key', key)
      .send(body);
  }

  async refresh({ number, token }: Placed): Promise<PaymentState> {
    const { body } = await this.app.http.post(`/api/v1/orders/${number}/payment/refresh`).query({ token }).expect(200);
    return body;
  }

  /** The buyer on the card page; answers where the page sends her. */
  async enterCard(state: PaymentState, number = '4242424242424242'): Promise<string> {
    if (state.nextAction?.type !== 'redirect') throw new Error(`there is no card page: ${JSON.stringify(state)}`);
    const page = new URL(state.nextAction.url);
    const body = new URLSearchParams([...page.searchParams, ['number', number], ['expiry', '12 / 40'], ['cvc', '123']]);
    const answer = await fetch(`${page.origin}${page.pathname}`, { method: 'POST', body, redirect: 'manual' });
    return String(answer.headers.get('location'));
  }

  /** Placed, paid by card and held; ready for the cooperatives. */
  async heldOrder(variantIds: readonly string[]): Promise<Placed> {
    const placed = await this.order(variantIds);
    await this.enterCard(placed.payment);
    await this.refresh(placed);
    return placed;
  }

  cancel({ number, token }: Placed) {
    return this.app.http
      .post(`/api/v1/orders/${number}/cancel`)
      .query({ token })
      .set('Idempotency-Key', idempotencyKey())
      .send({});
  }

  async subOrders({ id }: { id: string }) {
    return this.database.query<{ id: string; cooperativeId: string; status: z.infer<typeof SubOrderStatus> }>(
      'select id, cooperative_id as "cooperativeId", status from orders.sub_order where order_id = $1 order by position',
      [id],
    );
  }

  async gesture(subOrder: { id: string; cooperativeId: string }, gesture: string, body?: object): Promise<void> {
    await this.app.http
      .post(`/api/v1/workspace/${subOrder.cooperativeId}/orders/${subOrder.id}/${gesture}`)
      .set('Cookie', this.app.signIn({ cooperatives: [{ id: subOrder.cooperativeId }] }))
      .set('Idempotency-Key', idempotencyKey())
      .send(body)
      .expect(200);
  }

  async accept(order: { id: string }): Promise<void> {
    for (const subOrder of await this.subOrders(order)) await this.gesture(subOrder, 'accept');
  }

  async orderStatus({ id }: { id: string }): Promise<string> {
    const [row] = await this.database.query<{ status: string }>('select status from orders."order" where id = $1', [
      id,
    ]);
    return row!.status;
  }

  /** The latest payment of an order, as it lies in the database. */
  async payment({ id }: { id: string }) {
    const [row] = await this.database.query<{
      id: string;
      status: string;
      goal: string | null;
      intent: string | null;
      captured: number;
      refunded: number;
    }>(
      `select id, status, goal, intent_id as intent, captured_amount::float8 as captured,
         refunded_amount::float8 as refunded
       from payments.payment where order_id = $1 order by created_at desc, id desc limit 1`,
      [id],
    );
    return row!;
  }

  async untilPayment(order: { id: string }, status: string): Promise<void> {
    await eventually(async () => expect(await this.payment(order)).toMatchObject({ status }), 15_000);
  }

  async history({ id }: { id: string }): Promise<string[]> {
    const rows = await this.database.query<{ status: string }>(
      `select change.status from payments.status_change change
       join payments.payment on payment.id = change.object_id
       where payment.order_id = $1 order by change.id`,
      [id],
    );
    return rows.map(({ status }) => status);
  }

  async postings({ id }: { id: string }): Promise<string[]> {
    const rows = await this.database.query<{ posting: string }>(
      `select kind || ' ' || sum(amount) filter (where amount > 0) as posting
       from ledger.entry join ledger.line on entry_id = entry.id
       where order_id = $1 group by entry.id, kind, position order by position`,
      [id],
    );
    return rows.map(({ posting }) => posting);
  }

  /** What really happened at the provider. */
  async atProvider<T>(path: string, method = 'GET'): Promise<T> {
    const headers = { Authorization: `Bearer ${secrets.stripeSecretKey}` };
    return (await fetch(`${this.simulator.url}/v1/${path}`, { method, headers })).json() as Promise<T>;
  }

  /** Past our own code, as at the provider's own desk. */
  async capturesAtProvider(intentId: string): Promise<void> {
    await this.atProvider(`payment_intents/${intentId}/capture`, 'POST');
  }

  async cancelsAtProvider(intentId: string): Promise<void> {
    await this.atProvider(`payment_intents/${intentId}/cancel`, 'POST');
  }

  async intentsOf({ id }: { id: string }): Promise<{ id: string; status: string; amount_received: number }[]> {
    type Intent = { id: string; status: string; amount_received: number; metadata: { order_id?: string } };
    const { data } = await this.atProvider<{ data: Intent[] }>('payment_intents?limit=100');
    return data.filter(({ metadata }) => metadata.order_id === id);
  }

  /** Time passes for this payment: the sweep's two minutes are over. */
  async sweep({ id }: { id: string }): Promise<void> {
    await this.database.query(
      `update payments.payment set checked_at = now() - interval '3 minutes' where order_id = $1`,
      [id],
    );
    await this.app.runScheduled('payments/sweep');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
  }
}

export async function startProvider(port = 0): Promise<Simulator> {
  return startSimulator({
    databaseUrl: databaseUrl(),
    port,
    secretKey: secrets.stripeSecretKey,
    webhookSecret: secrets.stripeWebhookSecret,
  });
}

import type { OrderStatus, PaymentMethod, SubOrderStatus } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';
import { PaymentsModule } from '@tiwizi/payments';
import { startSimulator, type Simulator } from '@tiwizi/stripe-simulator';
import { databaseUrl, eventually, idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import type { z } from 'zod';
import { openMarket } from './market.js';
import { underWay } from '../check-money/check.js';

const secrets = { stripeSecretKey: 'sk_test_of_the_specs', stripeWebhookSecret: 'whsec_of_the_specs' };
let phones = 30_000_000;

export interface Placed {
  id: string;
  number: string;
  token: string;
  payment: { id: string; nextAction: { type: string; url?: string } | null; amount: { amount: number } };
}

export interface Part {
  id: string;
  number: string;
  cooperativeId: string;
  shipmentId: string | null;
  status: z.infer<typeof SubOrderStatus>;
}

/** People who buy, sell and deliver, over HTTP, with a worker and a card provider beside them. */
export class Trade {
  private constructor(
    readonly app: TestApp,
    readonly simulator: Simulator,
    readonly variantIds: string[],
  ) {}

  static async open({ cooperatives = 2, stock = 1000 } = {}): Promise<Trade> {
    const provider = { databaseUrl: databaseUrl(), port: 0, secretKey: secrets.stripeSecretKey };
    const simulator = await startSimulator({ ...provider, webhookSecret: secrets.stripeWebhookSecret });
    const settings = { ...secrets, stripeApiBase: simulator.url };
    const app = await startApp({ modules: [PaymentsModule], worker: true, settings });
    const { variantIds } = await openMarket(app, { cooperatives, stock });
    const trade = new Trade(app, simulator, variantIds);
    await trade.webhooks({ url: `${await app.listen()}/api/v1/webhooks/stripe` });
    return trade;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async webhooks(control: { url?: string; duplicate?: boolean; shuffle?: boolean }): Promise<void> {
    await fetch(`${this.simulator.url}/simulator/webhooks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(control),
    });
  }

  async checkout(basket: readonly { variantId: string; quantity?: number }[], paymentMethod: PaymentMethod) {
    const { body: cart } = await this.app.http.post('/api/v1/carts').expect(201);
    for (const line of basket) await this.app.http.post(`/api/v1/carts/${cart.id}/lines`).send(line).expect(201);
    const address = { name: 'Fatima', phone: `+2126${(phones += 1)}`, provinceId: 'MA-CAS', line: '12, rue Ziad' };
    await this.app.http.put(`/api/v1/carts/${cart.id}/delivery`).send({ address }).expect(200);
    const { body } = await this.app.http.post('/api/v1/checkouts').send({ cartId: cart.id, paymentMethod }).expect(201);
    return String(body.id);
  }

  place(checkoutId: string, key = idempotencyKey()) {
    return this.app.http.post('/api/v1/orders').set('Idempotency-Key', key).send({ checkoutId });
  }

  async order(basket: readonly { variantId: string; quantity?: number }[], method: PaymentMethod): Promise<Placed> {
    const { body } = await this.place(await this.checkout(basket, method)).expect(201);
    return body;
  }

  /** Both products, as a basket. */
  get both() {
    return this.variantIds.map((variantId, position) => ({ variantId, quantity: position + 1 }));
  }

  call({ number, token }: Placed, path: string, body: object = {}, key = idempotencyKey()) {
    return this.app.http
      .post(`/api/v1/orders/${number}/${path}`)
      .query({ token })
      .set('Idempotency-Key', key)
      .send(body);
  }

  async enterCard({ payment }: Placed, number = '4242424242424242'): Promise<void> {
    const page = new URL(String(payment.nextAction?.url));
    const body = new URLSearchParams([...page.searchParams, ['number', number], ['expiry', '12 / 40'], ['cvc', '123']]);
    await fetch(`${page.origin}${page.pathname}`, { method: 'POST', body, redirect: 'manual' });
  }

  async held(basket = this.both): Promise<Placed> {
    const placed = await this.order(basket, 'card');
    await this.enterCard(placed);
    await this.call(placed, 'payment/refresh').expect(200);
    return placed;
  }

  /** The code that went to the buyer's phone; none for who does not pay by cash. */
  async codeOf({ id }: { id: string }): Promise<string> {
    const [job] = await this.database.query<{ code: string }>(
      `select data -> 'payload' ->> 'code' as code from jobs.job
       where data ->> 'event' = 'orders.confirmation-code-issued.v1' and data -> 'payload' ->> 'orderId' = $1`,
      [id],
    );
    return job?.code ?? '000000';
  }

  async confirmByCode(placed: Placed): Promise<void> {
    await this.call(placed, 'confirm', { code: await this.codeOf(placed) }).expect(200);
  }

  /** Finance finds the transfer on the bank's statement. */
  match({ payment }: Placed, key = idempotencyKey()) {
    return this.app.http
      .post(`/api/v1/admin/payments/${payment.id}/transfer`)
      .set('Cookie', this.app.signIn({ roles: ['finance'] }))
      .set('Idempotency-Key', key)
      .send({ amount: payment.amount, bankReference: `V-${payment.id}` });
  }

  async parts({ id }: { id: string }): Promise<Part[]> {
    return this.database.query<Part>(
      `select id, number, cooperative_id as "cooperativeId", shipment_id as "shipmentId", status
       from orders.sub_order where order_id = $1 order by position`,
      [id],
    );
  }

  gesture(part: Part, gesture: string, body: object = {}, key = idempotencyKey()) {
    const cookie = this.app.signIn({ cooperatives: [{ id: part.cooperativeId }] });
    const path = `/api/v1/workspace/${part.cooperativeId}/orders/${part.id}/${gesture}`;
    return this.app.http.post(path).set('Cookie', cookie).set('Idempotency-Key', key).send(body);
  }

  track(shipmentId: string, body: object, key = idempotencyKey()) {
    return this.app.http
      .post(`/api/v1/admin/shipments/${shipmentId}/events`)
      .set('Cookie', this.app.signIn({ roles: ['finance'] }))
      .set('Idempotency-Key', key)
      .send(body);
  }

  /** From the cooperative's bench to the buyer's door. */
  async deliver(placed: Placed): Promise<void> {
    for (const part of await this.parts(placed)) {
      for (const gesture of ['accept', 'ready', 'shipments']) await this.gesture(part, gesture).expect(200);
    }
    for (const part of await this.parts(placed)) await this.bring(part);
    await eventually(async () => {
      for (const part of await this.parts(placed)) expect(part.status).toBe('delivered');
    }, 15_000);
  }

  async bring(part: Part, isWell = (status: number) => expect(status).toBe(200)): Promise<void> {
    const [cash] = await this.database.query<{ amount: string | null }>(
      'select cash_to_collect_amount as amount from shipping.shipment where id = $1',
      [part.shipmentId],
    );
    const cashCollected = cash?.amount ? { cashCollected: { amount: Number(cash.amount), currency: 'MAD' } } : {};
    for (const status of ['in_transit', 'out_for_delivery'])
      isWell((await this.track(part.shipmentId!, { status })).status);
    isWell((await this.track(part.shipmentId!, { status: 'delivered', ...cashCollected })).status);
  }

  async paymentStatus({ id }: { id: string }): Promise<string | undefined> {
    const [row] = await this.database.query<{ status: string }>(
      'select status from payments.payment where order_id = $1 order by created_at desc limit 1',
      [id],
    );
    return row?.status;
  }

  async untilPayment(placed: Placed, status: string): Promise<void> {
    await eventually(async () => expect(await this.paymentStatus(placed)).toBe(status), 15_000);
  }

  async orderStatus({ id }: { id: string }): Promise<z.infer<typeof OrderStatus>> {
    const [row] = await this.database.query<{ status: z.infer<typeof OrderStatus> }>(
      'select status from orders."order" where id = $1',
      [id],
    );
    return row!.status;
  }

  /** Nothing is on its way any more: no message waits, no card payment has something left to ask. */
  async quiet(): Promise<void> {
    await eventually(async () => {
      const waiting = await this.database.query(`select from ${underWay} as waiting`);
      const asking = await this.database.query(
        `select from payments.payment where goal is not null or status = 'unknown'
         union all
         select from payments.refund join payments.payment on payment.id = payment_id
         where refund.status in ('approved', 'submitted', 'pending') and intent_id is not null`,
      );
      expect([waiting.length, asking.length]).toEqual([0, 0]);
    }, 60_000);
  }

  /** The goods waited long enough for this order. */
  async expires({ id }: { id: string }): Promise<void> {
    await this.database.query(
      `update orders."order" set expires_at = now() - interval '1 second' where id = $1 and status = 'placed'`,
      [id],
    );
    await this.app.runScheduled('orders/expire');
  }

  async sweep({ id }: { id: string }): Promise<void> {
    await this.database.query(
      `update payments.payment set checked_at = now() - interval '3 minutes' where order_id = $1`,
      [id],
    );
    await this.app.runScheduled('payments/sweep');
  }

  async holdIsADayOld({ id }: { id: string }): Promise<void> {
    await this.database.query(
      `update payments.payment set authorized_at = authorized_at - interval '24 hours', checked_at = now() - interval '3 minutes'
       where order_id = $1`,
      [id],
    );
    await this.app.runScheduled('payments/sweep');
  }

  /** Days pass: what waits for its hour is due. */
  async releaseShares(): Promise<void> {
    await this.database.query(
      `update ledger.share set delivered_at = delivered_at - interval '11 days', release_at = now() - interval '1 day'
       where delivered_at is not null and released_at is null`,
    );
    await this.app.runScheduled('ledger/release-shares');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
  }
}

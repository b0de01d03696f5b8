import { subOrderStatuses, type SellerOrder } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { idempotencyKey } from '@tiwizi/testing';
import { nextSubOrderStatuses } from '../domain/sub-order-status.js';
import { Market, type Placed, type Seller } from '../testing/market.js';

describe('a cooperative’s orders', () => {
  let market: Market;
  let seller: Seller;
  let variantId: string;
  beforeAll(async () => (market = await Market.open()));
  afterAll(() => market.close());
  beforeEach(async () => {
    const cooperativeId = await market.cooperative();
    seller = market.seller(cooperativeId);
    variantId = await market.shelve(cooperativeId, { stock: 100 });
  });

  const part = async (placed: Placed, position = 0) => (await market.show(placed)).subOrders[position]!;

  it('appear once the order is confirmed, without the buyer’s address', async () => {
    const placed = await market.order([{ variantId, quantity: 2 }]);
    const { id } = await part(placed);
    expect((await seller.list().expect(200)).body).toMatchObject({
      items: [],
      counts: { toPrepare: 0, ready: 0, shipped: 0, finished: 0 },
    });
    await seller.show(id).expect(404);
    await seller.gesture(id, 'accept').expect(404);
    await market.confirmWith(placed, await market.codeOf(placed)).expect(200);
    const { body } = await seller.list('?locale=fr').expect(200);
    expect(body.counts.toPrepare).toBe(1);
    const [order]: SellerOrder[] = body.items;
    expect(order).toMatchObject({
      id,
      number: `${placed.number}-1`,
      status: 'pending',
      address: null,
      city: 'Casablanca',
      paymentMethod: 'cash-on-delivery',
      goods: { amount: 17_800 },
      commission: { amount: 1780 },
      vatOnCommission: { amount: 356 },
      due: { amount: 17_800 - 1780 - 356 },
    });
    const hours = (new Date(order!.acceptBy!).getTime() - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);
    expect(order!.acceptByText).toMatch(/ à \d\d:\d\d$/);
  });

  it('go from acceptance to the carrier, gesture by gesture, and tell the address from acceptance on', async () => {
    const placed = await market.confirmed([{ variantId }]);
    const { id } = await part(placed);
    const accepted = await seller.gesture(id, 'accept').expect(200);
    expect(accepted.body).toMatchObject({
      status: 'accepted',
      acceptBy: null,
      address: { name: 'Fatima Zahra', phone: expect.stringMatching(/^\+212/), line: '12, rue Tarik Ibn Ziad' },
    });
    expect((await market.show(placed)).status).toBe('in_progress');
    const ready = await seller.gesture(id, 'ready').expect(200);
    expect(ready.body.status).toBe('ready');
    const shipped = await seller.gesture(id, 'shipments', {}).expect(200);
    expect(shipped.body).toMatchObject({ status: 'shipped', trackingNumber: expect.stringMatching(/^TZ\d{9}MA$/) });
    expect(shipped.body.timeline.map(({ status }: { status: string }) => status)).toEqual([
      'pending',
      'accepted',
      'preparing',
      'ready',
      'shipped',
    ]);
    const [parcel] = await market.database.query(
      'select sub_order_number, cash_to_collect_amount::int as cash from shipping.shipment where sub_order_id = $1',
      [id],
    );
    expect(parcel).toEqual({ sub_order_number: `${placed.number}-1`, cash: shipped.body.total.amount });
    const told = await market.database.query<{ previous: string; status: string }>(
      `select data -> 'payload' ->> 'previous' as previous, data -> 'payload' ->> 'status' as status from jobs.job
       where data ->> 'event' = 'orders.sub-order-changed.v1' and data -> 'payload' ->> 'number' = $1 order by id`,
      [placed.number],
    );
    expect(told).toEqual(
      expect.arrayContaining([
        { previous: 'pending', status: 'accepted' },
        { previous: 'accepted', status: 'ready' },
        { previous: 'ready', status: 'shipped' },
      ]),
    );
    expect(told).toHaveLength(3);
  });

  it('can be handed over at once after acceptance, with the carrier’s own number', async () => {
    const { id } = await part(await market.confirmed([{ variantId }]));
    await seller.gesture(id, 'accept').expect(200);
    const { body } = await seller.gesture(id, 'shipments', { trackingNumber: 'ab 123456 ma' }).expect(200);
    expect(body).toMatchObject({ status: 'shipped', trackingNumber: 'AB123456MA' });
  });

  it('answer the same to the same gesture asked twice', async () => {
    const placed = await market.confirmed([{ variantId, quantity: 3 }]);
    const { id } = await part(placed);
    for (const [gesture, body] of [['accept'], ['ready'], ['shipments', {}]] as const) {
      const once = await seller.gesture(id, gesture, body).expect(200);
      const twice = await seller.gesture(id, gesture, body).expect(200);
      expect(twice.body).toEqual(once.body);
    }
    const other = await part(await market.confirmed([{ variantId }]));
    await seller.gesture(other.id, 'reject', { reason: 'damaged' }).expect(200);
    await seller.gesture(other.id, 'reject', { reason: 'damaged' }).expect(200);
    expect((await market.stock(variantId)).onHand).toBe(97);
  });

  it('give the goods back when rejected, and leave the rest of the order as it is', async () => {
    const neighbour = await market.cooperative();
    const others = await market.shelve(neighbour);
    const placed = await market.confirmed([{ variantId, quantity: 4 }, { variantId: others }]);
    const before = await market.show(placed);
    const { body } = await seller
      .gesture((await part(placed)).id, 'reject', { reason: 'no-stock', message: 'Plus rien cette semaine' })
      .expect(200);
    expect(body).toMatchObject({ status: 'rejected', address: null });
    expect(await market.stock(variantId)).toEqual({ onHand: 100, reserved: 0 });
    expect(await market.stock(others)).toEqual({ onHand: 9, reserved: 0 });
    const view = await market.show(placed);
    expect(view.subOrders.map(({ status }) => status)).toEqual(['rejected', 'pending']);
    expect(view.total).toEqual(before.total);
    expect(view.payment.amount.amount).toBe(before.subOrders[1]!.total.amount);
    await market.seller(neighbour).gesture(view.subOrders[1]!.id, 'reject', { reason: 'cannot-ship' }).expect(200);
    const ended = await market.show(placed);
    expect(ended).toMatchObject({ status: 'canceled', payment: { amount: { amount: 0 } } });
    const [message] = await market.database.query(
      `select data -> 'payload' ->> 'status' as status from jobs.job
       where data ->> 'event' = 'orders.order-ended.v1' and data -> 'payload' ->> 'number' = $1`,
      [placed.number],
    );
    expect(message).toEqual({ status: 'canceled' });
  });

  it('refuse every arrow S3 does not have, with 409 invalid_transition, and log nothing as done', async () => {
    const gestures = {
      accept: { to: 'accepted', from: ['pending'] },
      reject: { to: 'rejected', from: ['pending'] },
      ready: { to: 'ready', from: ['accepted', 'preparing'] },
      shipments: { to: 'shipped', from: ['accepted', 'preparing', 'ready'] },
    } as const;
    const { id } = await part(await market.confirmed([{ variantId }]));
    for (const status of subOrderStatuses) {
      for (const [gesture, { to, from }] of Object.entries(gestures)) {
        if (status === to || (from as readonly string[]).includes(status)) continue;
        await market.putAt(id, status);
        const body = gesture === 'reject' ? { reason: 'other' } : gesture === 'shipments' ? {} : undefined;
        const answer = await seller.gesture(id, gesture, body);
        expect([status, gesture, answer.status, answer.body.code]).toEqual([
          status,
          gesture,
          409,
          'invalid_transition',
        ]);
        expect((await seller.show(id).expect(200)).body.status).toBe(status);
      }
    }
    expect(nextSubOrderStatuses.pending).toEqual(['accepted', 'rejected', 'auto_rejected']);
  });

  it('are accepted or canceled, never both, when it happens at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const placed = await market.confirmed([{ variantId }]);
      const { id } = await part(placed);
      const [accepted, canceled] = await Promise.all([seller.gesture(id, 'accept'), market.cancel(placed)]);
      expect(canceled.status).toBe(200);
      expect([200, 409]).toContain(accepted.status);
      const view = await market.show(placed);
      expect(view).toMatchObject({ status: 'canceled', subOrders: [{ status: 'canceled' }] });
    }
    expect(await market.stock(variantId)).toEqual({ onHand: 100, reserved: 0 });
  });

  it('come in groups, oldest to do first, page after page, the finished ones newest first', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { id, number } = await part(await market.confirmed([{ variantId }]));
      numbers.push(number);
      if (count < 2) await seller.gesture(id, 'accept').expect(200);
      if (count === 0) await seller.gesture(id, 'shipments', {}).expect(200);
      if (count > 2) await seller.gesture(id, 'reject', { reason: 'other' }).expect(200);
    }
    const of = async (query: string) => {
      const { body } = await seller.list(query).expect(200);
      return { ...body, items: body.items.map(({ number }: SellerOrder) => number) };
    };
    const all = await of('');
    expect(all.counts).toEqual({ toPrepare: 2, ready: 0, shipped: 1, finished: 2 });
    expect(all.items).toEqual([numbers[1], numbers[2], numbers[0], numbers[3], numbers[4]]);
    expect((await of('?group=finished')).items).toEqual([numbers[4], numbers[3]]);
    const first = await of('?group=to-prepare&limit=1');
    expect(first.items).toEqual([numbers[1]]);
    const second = await of(`?group=to-prepare&limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [numbers[2]], nextCursor: null });
    const walked: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await of(`?limit=2${cursor && `&cursor=${cursor}`}`);
      walked.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(all.items);
  });

  it('hide the address 30 days after delivery', async () => {
    const { id } = await part(await market.confirmed([{ variantId }]));
    await market.putAt(id, 'delivered');
    const delivered = (days: number) =>
      market.database.query(
        `update orders.sub_order set delivered_at = now() - make_interval(days => $2) where id = $1`,
        [id, days],
      );
    await delivered(29);
    expect((await seller.show(id).expect(200)).body.address).not.toBeNull();
    await delivered(31);
    expect((await seller.show(id).expect(200)).body.address).toBeNull();
  });

  it('F44: do not exist for another cooperative, nor for anyone else', async () => {
    const { id } = await part(await market.confirmed([{ variantId }]));
    const stranger = market.seller(await market.cooperative());
    const gestures: [string, object | undefined][] = [
      ['accept', undefined],
      ['reject', { reason: 'other' }],
      ['ready', undefined],
      ['shipments', {}],
    ];
    for (const [gesture, body] of gestures) {
      await stranger.gesture(id, gesture, body).expect(404);
      const foreign = market.app.http
        .post(`/api/v1/workspace/${seller.cooperativeId}/orders/${id}/${gesture}`)
        .set('Idempotency-Key', idempotencyKey());
      await foreign.set('Cookie', stranger.cookie).send(body).expect(404);
    }
    await stranger.show(id).expect(404);
    expect((await stranger.list().expect(200)).body.items).toEqual([]);
    const own = `/api/v1/workspace/${seller.cooperativeId}/orders`;
    await market.app.http.get(own).set('Cookie', stranger.cookie).expect(404);
    await market.app.http.get(own).expect(401);
    await market.app.http.get(own).set('Cookie', market.app.signIn()).expect(403);
    await seller.show(newId()).expect(404);
    expect((await seller.show(id).expect(200)).body.status).toBe('pending');
  });

  it('F49: refuse a gesture from another site, or without an idempotency key', async () => {
    const { id } = await part(await market.confirmed([{ variantId }]));
    await seller.gesture(id, 'accept').set('Origin', 'https://evil.example').expect(403);
    const { body } = await market.app.http
      .post(`/api/v1/workspace/${seller.cooperativeId}/orders/${id}/accept`)
      .set('Cookie', seller.cookie)
      .expect(400);
    expect(body.code).toBe('idempotency_key_required');
  });
});

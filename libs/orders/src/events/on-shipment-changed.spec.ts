import { ShipmentChangedV1, ShareReleasedV1, type PayloadOf } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { eventually } from '@tiwizi/testing';
import { OnShareReleased } from './on-share-released.js';
import { OnShipmentChanged } from './on-shipment-changed.js';
import { Market, type Placed, type Seller } from '../testing/market.js';

type Status = PayloadOf<typeof ShipmentChangedV1>['status'];

describe('what the carrier reports', () => {
  let market: Market;
  let seller: Seller;
  let variantId: string;
  beforeAll(async () => {
    market = await Market.open();
    const cooperativeId = await market.cooperative();
    seller = market.seller(cooperativeId);
    variantId = await market.shelve(cooperativeId, { stock: 100 });
  });
  afterAll(() => market.close());

  const shipped = async (paymentMethod: 'cash-on-delivery' | 'card' = 'cash-on-delivery') => {
    const placed = await market.confirmed([{ variantId, quantity: 2 }]);
    if (paymentMethod === 'card') {
      await market.database.query(
        `update orders."order" set payment_method = 'card', cash_place = null where id = $1`,
        [placed.id],
      );
    }
    const { id, total } = (await market.show(placed)).subOrders[0]!;
    await seller.gesture(id, 'accept').expect(200);
    await seller.gesture(id, 'shipments', {}).expect(200);
    return { placed, id, total };
  };
  const report = (subOrderId: string, status: Status, cashCollected: number | null = null) =>
    market.database.transaction((tx) =>
      market.app.get(OnShipmentChanged).handle(tx, {
        shipmentId: newId(),
        subOrderId,
        courierId: 'amana',
        trackingNumber: 'TZ000000000MA',
        status,
        at: new Date().toISOString(),
        cashCollected: cashCollected === null ? null : { amount: cashCollected, currency: 'MAD' },
      }),
    );
  const statuses = async (placed: Placed) => {
    const view = await market.show(placed);
    return [view.status, ...view.subOrders.map(({ status }) => status)];
  };
  const entriesOf = async (subOrderNumber: string) =>
    market.database.query<{ kind: string }>(
      `select kind from ledger.entry where sub_order_id = (select id from orders.sub_order where number = $1) order by kind`,
      [subOrderNumber],
    );

  it('delivers the parcel and, with its cash, credits the cooperative, once', async () => {
    const { placed, id, total } = await shipped();
    await report(id, 'out_for_delivery');
    expect(await statuses(placed)).toEqual(['in_progress', 'shipped']);
    await report(id, 'delivered', total.amount);
    await report(id, 'delivered', total.amount);
    expect(await statuses(placed)).toEqual(['delivered', 'delivered']);
    const view = await market.show(placed);
    expect(view.subOrders[0]!.timeline.at(-1)).toMatchObject({ status: 'delivered' });
    expect((await entriesOf(`${placed.number}-1`)).map(({ kind }) => kind)).toEqual(['P2', 'P7']);
  });

  it('F38: without its cash a delivery credits nobody', async () => {
    const { placed, id } = await shipped();
    await report(id, 'delivered', null);
    expect(await statuses(placed)).toEqual(['delivered', 'delivered']);
    expect(await entriesOf(`${placed.number}-1`)).toEqual([]);
  });

  it('F38: a parcel refused at the door brings its goods back when it is there, and no money', async () => {
    const before = await market.stock(variantId);
    const { placed, id } = await shipped();
    await report(id, 'returning');
    expect(await statuses(placed)).toEqual(['in_progress', 'returning']);
    expect((await market.stock(variantId)).onHand).toBe(before.onHand - 2);
    await report(id, 'returned');
    await report(id, 'returned');
    expect(await statuses(placed)).toEqual(['canceled', 'returned']);
    expect(await market.stock(variantId)).toEqual(before);
    expect(await entriesOf(`${placed.number}-1`)).toEqual([]);
    const view = await market.show(placed);
    expect(view.subOrders[0]!.timeline.map(({ status }) => status).slice(-3)).toEqual([
      'refused',
      'returning',
      'returned',
    ]);
    expect(view.payment.amount.amount).toBe(0);
    const [row] = await market.database.query(
      'select refused_at is not null as refused from orders.sub_order where id = $1',
      [id],
    );
    expect(row).toEqual({ refused: true });
  });

  it('takes reports in any order: returned before returning, delivered after returned', async () => {
    const { placed, id, total } = await shipped('card');
    await report(id, 'returned');
    await report(id, 'returning');
    await report(id, 'delivered', total.amount);
    expect(await statuses(placed)).toEqual(['canceled', 'returned']);
    const view = await market.show(placed);
    expect(view.subOrders[0]!.timeline.map(({ status }) => status)).toContain('undeliverable');
    expect(view.subOrders[0]!.timeline.map(({ status }) => status)).not.toContain('refused');
  });

  it('knows a lost parcel from one that comes back', async () => {
    const before = await market.stock(variantId);
    const { placed, id } = await shipped('card');
    await report(id, 'lost');
    expect(await statuses(placed)).toEqual(['canceled', 'undeliverable']);
    expect((await market.stock(variantId)).onHand).toBe(before.onHand - 2);
  });

  it('reaches orders through the outbox, once however often it is told', async () => {
    const running = await Market.open({ worker: true });
    try {
      const { placed, id, total } = await shipped();
      const [shipment] = await market.database.query<{ id: string }>(
        'select id from shipping.shipment where sub_order_id = $1',
        [id],
      );
      const admin = running.app.signIn({ roles: ['admin'] });
      for (const status of ['in_transit', 'out_for_delivery', 'delivered']) {
        await running.app.http
          .post(`/api/v1/admin/shipments/${shipment!.id}/events`)
          .set('Cookie', admin)
          .set('Idempotency-Key', newId())
          .send({ status, ...(status === 'delivered' && { cashCollected: total }) })
          .expect(200);
      }
      await eventually(async () => expect(await statuses(placed)).toEqual(['delivered', 'delivered']), 10_000);
      expect(await entriesOf(`${placed.number}-1`)).toHaveLength(2);
    } finally {
      await running.close();
    }
  });

  it('is completed when the ledger lets the cooperative’s share go', async () => {
    const { placed, id, total } = await shipped();
    const release = (payload: Partial<PayloadOf<typeof ShareReleasedV1>> = {}) =>
      market.database.transaction((tx) =>
        market.app.get(OnShareReleased).handle(tx, {
          subOrderId: id,
          cooperativeId: seller.cooperativeId,
          amount: { amount: 1, currency: 'MAD' },
          ...payload,
        }),
      );
    await release();
    expect(await statuses(placed)).toEqual(['in_progress', 'shipped']);
    await report(id, 'delivered', total.amount);
    await release();
    await release();
    expect(await statuses(placed)).toEqual(['completed', 'completed']);
  });
});

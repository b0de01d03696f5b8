import { newId } from '@tiwizi/persistence';
import { OnShipmentChanged } from '../events/on-shipment-changed.js';
import { Market } from '../testing/market.js';

describe('an order of a service', () => {
  let market: Market;
  beforeAll(async () => {
    market = await Market.open();
  });
  afterAll(() => market.close());

  it('promises no day, pays no delivery, and books its cash with nobody but the cooperative', async () => {
    const cooperativeId = await market.cooperative();
    const seller = market.seller(cooperativeId);
    const variantId = await market.shelve(cooperativeId, { amount: 20_000, categoryId: 'workshops' });
    const placed = await market.confirmed([{ variantId }]);
    const part = (await market.show(placed)).subOrders[0]!;
    expect(part).toMatchObject({
      isOnSite: true,
      deliveryBy: null,
      shipping: { amount: 0 },
      total: { amount: 20_000 },
    });
    await seller.gesture(part.id, 'accept').expect(200);
    await seller.gesture(part.id, 'shipments', {}).expect(200);
    const [shipment] = await market.database.query<{ id: string; courierId: string; trackingNumber: string }>(
      `select id, courier_id as "courierId", tracking_number as "trackingNumber" from shipping.shipment
       where sub_order_id = $1`,
      [part.id],
    );
    expect(shipment?.courierId).toBe('on-site');
    // Nobody follows a workshop by its number.
    expect((await market.show(placed)).subOrders[0]).toMatchObject({ status: 'shipped', trackingNumber: null });
    expect((await seller.show(part.id).expect(200)).body).toMatchObject({ isOnSite: true, trackingNumber: null });
    await market.database.transaction((tx) =>
      market.app.get(OnShipmentChanged).handle(tx, {
        shipmentId: shipment?.id ?? newId(),
        subOrderId: part.id,
        courierId: 'on-site',
        trackingNumber: shipment?.trackingNumber ?? '',
        status: 'delivered',
        at: new Date().toISOString(),
        cashCollected: part.total,
      }),
    );
    const book = await market.database.query<{ account: string; amount: number }>(
      `select regexp_replace(line.account, ':[0-9a-f-]{36}$', '') as account, sum(line.amount)::int as amount
       from ledger.line join ledger.entry on entry.id = line.entry_id
       where entry.sub_order_id = $1
       group by 1 having sum(line.amount) <> 0 order by 1`,
      [part.id],
    );
    expect(book).toEqual([
      { account: 'commission_income', amount: -2_000 },
      { account: 'courier:on-site', amount: 20_000 },
      { account: 'seller_pending', amount: -17_600 },
      { account: 'vat_commission', amount: -400 },
    ]);
  });
});

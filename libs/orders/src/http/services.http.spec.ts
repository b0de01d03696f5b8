import { LedgerApi } from '@tiwizi/ledger';
import { newId } from '@tiwizi/persistence';
import { OrdersApi } from '../orders.api.js';
import { OnShipmentChanged } from '../events/on-shipment-changed.js';
import { Market } from '../testing/market.js';

describe('an order of a service', () => {
  let market: Market;
  beforeAll(async () => {
    market = await Market.open();
  });
  afterAll(() => market.close());

  const workshopOf = async (cooperativeId: string) => ({
    variantId: await market.shelve(cooperativeId, { amount: 20_000, categoryId: 'workshops' }),
  });

  it('promises no day, pays no delivery, and is in no carrier’s hands or book', async () => {
    const cooperativeId = await market.cooperative();
    const seller = market.seller(cooperativeId);
    const placed = await market.order([await workshopOf(cooperativeId)], 'card');
    await market.database.transaction((tx) => market.app.get(OrdersApi).confirm(tx, placed.id, 'card-authorized'));
    const part = (await market.show(placed)).subOrders[0]!;
    expect(part).toMatchObject({
      isOnSite: true,
      deliveryBy: null,
      shipping: { amount: 0 },
      total: { amount: 20_000 },
    });
    await seller.gesture(part.id, 'accept').expect(200);
    const shares = [{ subOrderId: part.id, subOrderNumber: part.number, cooperativeId, total: part.total }];
    await market.database.transaction((tx) =>
      market.app
        .get(LedgerApi)
        .cardCaptured(tx, { paymentId: newId(), orderId: placed.id, provider: 'stripe', shares }),
    );
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
        cashCollected: null,
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
      { account: 'escrow', amount: 20_000 },
      { account: 'seller_pending', amount: -17_600 },
      { account: 'vat_commission', amount: -400 },
    ]);
  });

  it('cannot become cash when the card did not work out', async () => {
    const placed = await market.order([await workshopOf(await market.cooperative())], 'card');
    const asked = market.database.transaction((tx) => market.app.get(OrdersApi).payByCash(tx, placed.id));
    await expect(asked).rejects.toMatchObject({ code: 'checkout/cash-not-on-site' });
  });
});

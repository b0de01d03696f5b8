import { Database } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { isOurTrackingNumber } from '../domain/tracking-number.js';
import { ShippingApi } from '../shipping.api.js';
import { ShippingModule } from '../shipping.module.js';
import { cash, openParcel, parcelToShip, shipmentRow } from '../testing/open-parcel.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ShippingModule] });
});
afterAll(() => app.close());

describe('handing a parcel over', () => {
  it('opens a shipment with a tracking number of ours and the cash to collect', async () => {
    const { shipmentId, trackingNumber, courierId } = await openParcel(app, { cashToCollect: cash });
    expect(isOurTrackingNumber(trackingNumber)).toBe(true);
    expect(await shipmentRow(app, shipmentId)).toMatchObject({
      status: 'handed_over',
      courier_id: courierId,
      cash_to_collect_amount: '15000',
      cash_collected_amount: null,
    });
  });

  it('gives a service to no carrier: its cash is paid on site', async () => {
    const { courierId } = await openParcel(app, { cashToCollect: cash, isOnSite: true });
    expect(courierId).toBe('on-site');
  });

  it('opens one shipment for a sub-order, however often and however closely it is asked', async () => {
    const parcel = parcelToShip();
    const open = () => app.get(Database).transaction((tx) => app.get(ShippingApi).openShipment(tx, parcel));
    const answers = await Promise.all([open(), open(), open()]);
    expect(new Set(answers.map(({ shipmentId }) => shipmentId)).size).toBe(1);
  });

  it('takes the carrier’s own number as printed, once', async () => {
    const { trackingNumber } = await openParcel(app, { trackingNumber: 'lx 123 456 789 ma' });
    expect(trackingNumber).toBe('LX123456789MA');
    await expect(openParcel(app, { trackingNumber: 'LX123456789MA' })).rejects.toMatchObject({
      code: 'shipping/tracking-number-taken',
    });
    await expect(openParcel(app, { trackingNumber: '<b>' })).rejects.toMatchObject({
      errors: [{ path: 'trackingNumber', code: 'validation/invalid-format' }],
    });
  });

  it('vanishes with the transaction that opened it', async () => {
    const parcel = parcelToShip();
    const failing = app.get(Database).transaction(async (tx) => {
      await app.get(ShippingApi).openShipment(tx, parcel);
      throw new Error('the order could not be saved');
    });
    await expect(failing).rejects.toThrow('could not be saved');
    const rows = await app
      .get(Database)
      .query('select 1 from shipping.shipment where sub_order_id = $1', [parcel.subOrderId]);
    expect(rows).toEqual([]);
  });
});

import { AuditJournal, newId } from '@tiwizi/persistence';
import { idempotencyKey, startApp, type TestApp } from '@tiwizi/testing';
import { ShippingModule } from '../shipping.module.js';
import { cash, openParcel, shipmentRow, toldOf } from '../testing/open-parcel.js';

let app: TestApp;
let finance: string;
beforeAll(async () => {
  app = await startApp({ modules: [ShippingModule] });
  finance = app.signIn({ roles: ['finance'] });
});
afterAll(() => app.close());

const record = (id: string, body: object, cookie = finance, key = idempotencyKey()) =>
  app.http.post(`/api/v1/admin/shipments/${id}/events`).set('Cookie', cookie).set('Idempotency-Key', key).send(body);

describe('POST /admin/shipments/:id/events', () => {
  it('moves a parcel along its way, with a journal row and word to the others for each step', async () => {
    const { shipmentId } = await openParcel(app, { cashToCollect: cash });
    for (const status of ['in_transit', 'out_for_delivery']) await record(shipmentId, { status }).expect(200);
    await record(shipmentId, { status: 'delivered', cashCollected: cash }).expect(200);
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'delivered', cash_collected_amount: '15000' });
    expect(await toldOf(app, shipmentId)).toEqual(['in_transit', 'out_for_delivery', 'delivered']);
    const { items } = await app.get(AuditJournal).list({ subject: `shipment:${shipmentId}`, limit: 10 });
    expect(items.map(({ details }) => details)).toEqual([
      { previous: 'out_for_delivery', status: 'delivered' },
      { previous: 'in_transit', status: 'out_for_delivery' },
      { previous: 'handed_over', status: 'in_transit' },
    ]);
  });

  it('has one effect for one key, and for one step told with two keys', async () => {
    const { shipmentId } = await openParcel(app);
    const key = idempotencyKey();
    await record(shipmentId, { status: 'in_transit' }, finance, key).expect(200);
    await record(shipmentId, { status: 'in_transit' }, finance, key).expect(200);
    await record(shipmentId, { status: 'in_transit' }).expect(200);
    expect(await toldOf(app, shipmentId)).toEqual(['in_transit']);
  });

  it('F38: does not believe a delivery without its cash, or with another sum', async () => {
    const { shipmentId } = await openParcel(app, { cashToCollect: cash });
    for (const status of ['in_transit', 'out_for_delivery']) await record(shipmentId, { status });
    for (const cashCollected of [undefined, { ...cash, amount: 14_999 }, { ...cash, currency: 'EUR' }]) {
      const { body } = await record(shipmentId, { status: 'delivered', cashCollected }).expect(409);
      expect(body.code).toBe('shipping/cash-differs');
    }
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'out_for_delivery' });
    expect(await toldOf(app, shipmentId)).toEqual(['in_transit', 'out_for_delivery']);
  });

  it('I21: refuses a step that is no arrow', async () => {
    const { shipmentId } = await openParcel(app);
    for (const status of ['delivered', 'returned', 'created']) {
      const { body } = await record(shipmentId, { status }).expect(409);
      expect(body.code).toBe('invalid_transition');
    }
  });

  it('F28: refuses amounts that are none, and statuses nobody knows', async () => {
    const { shipmentId } = await openParcel(app, { cashToCollect: cash });
    for (const amount of ['150', 1.5, null]) {
      await record(shipmentId, { status: 'delivered', cashCollected: { ...cash, amount } }).expect(400);
    }
    await record(shipmentId, { status: 'vanished' }).expect(400);
  });

  it('answers 404 for an unknown parcel and keeps everyone but finance and admin out', async () => {
    const { body } = await record(newId(), { status: 'in_transit' }).expect(404);
    expect(body.code).toBe('shipping/not-found');
    const { shipmentId } = await openParcel(app);
    for (const { who, cookie = '' } of app.everyone()) {
      const expected = who === 'stranger' ? 401 : ['finance', 'admin'].includes(who) ? 200 : 403;
      await record(shipmentId, { status: 'in_transit' }, cookie).expect(expected);
      await app.http.get('/api/v1/admin/shipments').set('Cookie', cookie).expect(expected);
    }
  });
});

describe('GET /admin/shipments', () => {
  const list = (query: string) => app.http.get(`/api/v1/admin/shipments?${query}`).set('Cookie', finance).expect(200);

  it('lists parcels under way, oldest first and page by page, with what may come next', async () => {
    const opened = [await openParcel(app), await openParcel(app), await openParcel(app)].map(
      ({ shipmentId }) => shipmentId,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await list(`limit=2${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen.slice(-3)).toEqual(opened);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('finds a parcel by its number and all those of an order, delivered ones too', async () => {
    const number = `TZ-${newId().slice(-8).toUpperCase()}`;
    const first = await openParcel(app, { subOrderNumber: `${number}-1`, cashToCollect: cash });
    await openParcel(app, { subOrderNumber: `${number}-2` });
    const byTracking = await list(`q=${first.trackingNumber.toLowerCase()}&locale=fr`);
    expect(byTracking.body.items).toEqual([
      expect.objectContaining({
        id: first.shipmentId,
        status: 'handed_over',
        cashToCollect: cash,
        nextStatuses: ['in_transit', 'lost', 'damaged'],
        handedOverAtText: expect.stringMatching(/ à \d\d:\d\d$/),
      }),
    ]);
    expect((await list(`q=${number}`)).body.items).toHaveLength(2);
    expect((await list(`q=${encodeURIComponent("%' or 1=1 --")}`)).body.items).toEqual([]);
  });
});

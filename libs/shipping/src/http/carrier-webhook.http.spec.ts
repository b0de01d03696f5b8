import { Database } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { carrierSecret, signCarrierMessage } from '../domain/carrier-signature.js';
import { ShippingModule } from '../shipping.module.js';
import { cash, openParcel, shipmentRow, toldOf } from '../testing/open-parcel.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ShippingModule] });
});
afterAll(() => app.close());

let eventCount = 0;
const message = (trackingNumber: string, status: string, own: object = {}) => {
  eventCount += 1;
  return JSON.stringify({ eventId: `evt-${eventCount}`, trackingNumber, status, ...own });
};
function send(body: string, signature?: string, at = new Date()) {
  const secret = carrierSecret(app.settings.appSecret);
  const request = app.http.post('/api/v1/webhooks/carrier').set('Content-Type', 'application/json');
  return request.set('X-Carrier-Signature', signature ?? signCarrierMessage(body, secret, at)).send(body);
}
const outcomes = async (eventId: string) =>
  (
    await app
      .get(Database)
      .query<{ outcome: string }>(
        'select outcome from shipping.carrier_event where event_id = $1 order by received_at',
        [eventId],
      )
  ).map(({ outcome }) => outcome);

describe('the carrier’s feed', () => {
  it('moves the parcel and fills in the steps the carrier left out', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app, { cashToCollect: cash });
    const { body } = await send(message(trackingNumber, 'delivered', { cashCollected: cash })).expect(200);
    expect(body).toEqual({ received: true });
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'delivered', cash_collected_amount: '15000' });
    expect((await toldOf(app, shipmentId)).sort()).toEqual(['delivered', 'in_transit', 'out_for_delivery']);
  });

  it('F06: has one effect for an event that comes twice, or twice at once', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app);
    const body = message(trackingNumber, 'in_transit');
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await send(body).expect(200);
    expect(await toldOf(app, shipmentId)).toEqual(['in_transit']);
    expect(await outcomes(JSON.parse(body).eventId)).toEqual(['applied']);
  });

  it('F07: keeps another content under a known event id apart, without effect', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app);
    const first = message(trackingNumber, 'in_transit');
    await send(first).expect(200);
    const { eventId } = JSON.parse(first);
    await send(JSON.stringify({ eventId, trackingNumber, status: 'lost' })).expect(200);
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'in_transit' });
    expect(await outcomes(eventId)).toEqual(['applied', 'conflicting']);
  });

  it('F08: ends in the same state when events come in the wrong order', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app);
    const early = message(trackingNumber, 'in_transit');
    await send(message(trackingNumber, 'delivered')).expect(200);
    await send(early).expect(200);
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'delivered' });
    expect(await outcomes(JSON.parse(early).eventId)).toEqual(['late']);
  });

  it('F10: refuses a message that is unsigned, wrongly signed, signed long ago, or changed on its way', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app);
    const body = message(trackingNumber, 'lost');
    const now = new Date();
    const secret = carrierSecret(app.settings.appSecret);
    const good = signCarrierMessage(body, secret, now);
    const sixMinutes = 360_000;
    const wrong = [
      '',
      'nonsense',
      good.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      good.replace('v1=', 'v0='),
      signCarrierMessage(body, 'another secret', now),
      signCarrierMessage(body, app.settings.appSecret, now),
      signCarrierMessage(body, secret, new Date(now.getTime() - sixMinutes)),
      signCarrierMessage(body, secret, new Date(now.getTime() + sixMinutes)),
      good.replace(/t=\d+/, `t=${Math.floor(now.getTime() / 1000) - 60}`),
    ];
    for (const signature of wrong) {
      const answer = await send(body, signature).expect(400);
      expect(answer.body.code).toBe('shipping/invalid-signature');
    }
    await send(JSON.stringify(JSON.parse(body), null, 1), good).expect(400);
    await app.http.post('/api/v1/webhooks/carrier').send(JSON.parse(body)).expect(400);
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'handed_over' });
    expect(await outcomes(JSON.parse(body).eventId)).toEqual([]);
  });

  it('F37: keeps what it cannot apply: unknown parcels and words, cash that differs', async () => {
    const { shipmentId, trackingNumber } = await openParcel(app, { cashToCollect: cash });
    const cases = [
      [message('TZ000000000MA', 'delivered'), 'unknown-parcel'],
      [message(trackingNumber, 'eaten_by_a_goat'), 'unknown-status'],
      [message(trackingNumber, 'delivered'), 'refused'],
      [message(trackingNumber, 'delivered', { cashCollected: { ...cash, amount: 1 } }), 'refused'],
    ] as const;
    for (const [body, outcome] of cases) {
      await send(body).expect(200);
      expect(await outcomes(JSON.parse(body).eventId)).toEqual([outcome]);
    }
    expect(await shipmentRow(app, shipmentId)).toMatchObject({ status: 'handed_over' });
    expect(await toldOf(app, shipmentId)).toEqual([]);
  });
});

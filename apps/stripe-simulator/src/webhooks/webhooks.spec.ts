import type Stripe from 'stripe';
import type { Simulator } from '../simulator.js';
import { departures } from '../testing/contract.js';
import { control, sdk, Shop, simulate, until, webhookSecret } from '../testing/shop.js';

const basket = { amount: 24_800, currency: 'mad', confirm: true, return_url: 'http://shop.test' } as const;

describe('webhooks', () => {
  let shop: Shop;
  let simulator: Simulator;
  let stripe: Stripe;
  beforeEach(async () => {
    shop = await Shop.open();
    simulator = await simulate({ webhookUrl: shop.url });
    stripe = sdk(simulator);
    await simulator.deliverNow();
    shop.received.length = 0;
  });
  afterEach(async () => {
    await simulator.close();
    await shop.close();
  });

  const about = (intentId: string) =>
    shop.received.filter(({ event }) => {
      const object = event.data.object as { id: string; payment_intent?: string };
      return object.id === intentId || object.payment_intent === intentId;
    });
  const typesAbout = (intentId: string) => about(intentId).map(({ event }) => event.type);

  it('tells the whole story at once, signed so that the SDK believes it', async () => {
    const intent = await stripe.paymentIntents.create(
      { ...basket, payment_method: 'pm_card_visa', capture_method: 'manual' },
      { idempotencyKey: 'webhook-story' },
    );
    await stripe.paymentIntents.capture(intent.id);
    await stripe.refunds.create({ payment_intent: intent.id, amount: 4_800 });
    const story = [
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
      'refund.created',
      'charge.refunded',
    ];
    await until('all events arrived', () => about(intent.id).length === story.length);
    expect(typesAbout(intent.id)).toEqual(story);

    const [first] = about(intent.id);
    const event = stripe.webhooks.constructEvent(String(first?.body), String(first?.signature), webhookSecret);
    expect(event).toMatchObject({
      type: 'payment_intent.created',
      livemode: false,
      request: { idempotency_key: 'webhook-story' },
    });
    expect(departures('EventBase', event)).toEqual([]);
    expect(() => stripe.webhooks.constructEvent(`${first?.body} `, String(first?.signature), webhookSecret)).toThrow(
      /signature/i,
    );
    expect(await stripe.events.retrieve(event.id)).toMatchObject(JSON.parse(String(first?.body)) as object);
  });

  it('tells of a decline and of a canceled payment', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 24_800, currency: 'mad' });
    await stripe.paymentIntents
      .confirm(intent.id, { payment_method: 'pm_card_visa_chargeDeclined', return_url: 'http://shop.test' })
      .catch(() => undefined);
    await stripe.paymentIntents.cancel(intent.id);
    await until('the end was told', () => typesAbout(intent.id).includes('payment_intent.canceled'));
    expect(typesAbout(intent.id)).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
      'payment_intent.canceled',
    ]);
  });

  it('tries again by itself until the shop answers 2xx', async () => {
    shop.status = 503;
    const intent = await stripe.paymentIntents.create({ amount: 24_800, currency: 'mad' });
    await until('a first attempt', () => about(intent.id).length === 1);
    expect((await stripe.events.list({ delivery_success: false })).data).toMatchObject([
      { type: 'payment_intent.created' },
    ]);
    shop.status = 200;
    await until('a second attempt', () => about(intent.id).length === 2);
    expect(about(intent.id)[1]?.body).toBe(about(intent.id)[0]?.body);
    await until('no more to do', async () => (await stripe.events.list({ delivery_success: false })).data.length === 0);
  });

  it('keeps state, keys and undelivered events over a restart', async () => {
    await control(simulator, 'webhooks', { paused: true });
    const intent = await stripe.paymentIntents.create(
      { ...basket, payment_method: 'pm_card_visa' },
      { idempotencyKey: 'before-restart' },
    );
    expect(about(intent.id)).toEqual([]);
    await simulator.close();
    simulator = await simulate({ webhookUrl: shop.url });
    stripe = sdk(simulator);
    await until('the events arrived', () => typesAbout(intent.id).includes('payment_intent.succeeded'));
    const again = await stripe.paymentIntents.create(
      { ...basket, payment_method: 'pm_card_visa' },
      { idempotencyKey: 'before-restart' },
    );
    expect(again.id).toBe(intent.id);
  });

  it('doubles, shuffles and repeats when told to', async () => {
    await control(simulator, 'webhooks', { paused: true, shuffle: true, duplicate: true });
    const intent = await stripe.paymentIntents.create({ ...basket, payment_method: 'pm_card_visa' });
    await control(simulator, 'webhooks', { paused: false });
    await until('each event came twice', () => about(intent.id).length === 6);
    expect(new Set(about(intent.id).map(({ event }) => event.id)).size).toBe(3);
    await control(simulator, 'webhooks', { duplicate: false });
    expect(await control(simulator, `events/${about(intent.id)[0]?.event.id}/resend`)).toBe(204);
    await until('one came again', () => about(intent.id).length === 7);
  });
});

import { Client } from 'pg';
import type Stripe from 'stripe';
import type { Simulator } from '../simulator.js';
import { control, databaseUrl, refusal, sdk, secretKey, simulate, until } from '../testing/shop.js';

const basket = { amount: 24_800, currency: 'mad', automatic_payment_methods: { enabled: true } };

describe('the wire', () => {
  let simulator: Simulator;
  let stripe: Stripe;
  beforeAll(async () => {
    simulator = await simulate();
    stripe = sdk(simulator);
  });
  afterAll(() => simulator.close());

  const order = (behaviour: string, next: { operation?: string; times?: number } = {}) =>
    control(simulator, 'faults', { next: { operation: 'payment_intents.create', behaviour, ...next } });
  const madeWith = async (payment: string) =>
    (await stripe.paymentIntents.list({ limit: 100 })).data.filter(
      ({ metadata }) => metadata['payment_id'] === payment,
    );
  const create = (payment: string, amount = basket.amount) =>
    stripe.paymentIntents.create(
      { ...basket, amount, metadata: { payment_id: payment } },
      { idempotencyKey: `tzw:pi:${payment}:v1` },
    );

  it('refuses a wrong key and an unknown address in the shape of Stripe', async () => {
    expect(await refusal(sdk(simulator, 'sk_test_wrong').balance.retrieve())).toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    });
    const basic = await fetch(`${simulator.url}/v1/nothing`, {
      headers: { Authorization: `Basic ${btoa(`${secretKey}:`)}` },
    });
    expect(basic.status).toBe(404);
    expect(await basic.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    expect(basic.headers.get('request-id')).toMatch(/^req_/);
  });

  it('names the parameter that is wrong', async () => {
    const removed: Record<string, unknown> = { ...basket, payment_method_types: ['card'] };
    const call = stripe.paymentIntents.create(removed as unknown as Stripe.PaymentIntentCreateParams);
    expect(await refusal(call)).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_method_types',
      statusCode: 400,
    });
    expect(await refusal(stripe.paymentIntents.create({ ...basket, amount: 12.5 }))).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
    expect(await refusal(stripe.paymentIntents.create({ ...basket, amount: 499 }))).toMatchObject({
      code: 'amount_too_small',
    });
    expect(await refusal(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    });
  });

  it('answers the same key with the same words, and refuses it for other parameters', async () => {
    const first = await create('same');
    const again = await create('same');
    expect(again).toEqual(first);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await madeWith('same')).toHaveLength(1);
    expect(await refusal(create('same', 30_000))).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('remembers a decline too', async () => {
    const intent = await stripe.paymentIntents.create(basket);
    const confirm = () =>
      refusal(
        stripe.paymentIntents.confirm(
          intent.id,
          { payment_method: 'pm_card_visa_chargeDeclined', return_url: 'http://shop.test' },
          { idempotencyKey: 'declined' },
        ),
      );
    const [first, again] = [await confirm(), await confirm()];
    expect(again.payment_intent).toEqual(first.payment_intent);
    expect((await stripe.charges.list({ payment_intent: intent.id })).data).toHaveLength(1);
  });

  it('carries ten simultaneous requests with one key out once', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 10 }, () => create('at-once')));
    const refusals = settled.filter((one): one is PromiseRejectedResult => one.status === 'rejected');
    expect(
      refusals.every(({ reason }) => (reason as Stripe.errors.StripeError).code === 'idempotency_key_in_use'),
    ).toBe(true);
    expect(await madeWith('at-once')).toHaveLength(1);
  });

  it('leaves the key free when the parameters were wrong', async () => {
    await refusal(create('typo', 1));
    expect(await create('typo')).toMatchObject({ amount: basket.amount });
  });

  it('stores an ordered 500, done or not, under its key', async () => {
    await order('http500');
    expect(await refusal(create('broken'))).toMatchObject({ statusCode: 500 });
    expect(await refusal(create('broken'))).toMatchObject({ statusCode: 500 });
    expect(await madeWith('broken')).toHaveLength(0);
    await order('http500_after_commit');
    expect(await refusal(create('broken-late'))).toMatchObject({ statusCode: 500 });
    expect(await madeWith('broken-late')).toHaveLength(1);
  });

  it('turns away with 429 and 409 and forgets it', async () => {
    await order('http429');
    expect(await refusal(create('busy'))).toMatchObject({ statusCode: 429 });
    await order('http409');
    expect(await refusal(create('busy'))).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    expect(await create('busy')).toMatchObject({ status: 'requires_payment_method' });
  });

  it('loses an answer after the work is done; the same key finds it', async () => {
    // Twice: the SDK tries a broken connection once more even where it is told not to retry.
    await order('drop_after_commit', { times: 2 });
    expect(await refusal(create('lost'))).toMatchObject({ type: 'StripeConnectionError' });
    await until('the intent exists', async () => (await madeWith('lost')).length === 1);
    const found = await create('lost');
    expect(found.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('can leave a caller waiting for ever', async () => {
    await order('timeout', { operation: 'balance.retrieve' });
    expect(await refusal(stripe.balance.retrieve({}, { timeout: 200 }))).toMatchObject({
      type: 'StripeConnectionError',
    });
  });

  it('goes on when its database connections are cut', async () => {
    const admin = new Client({ connectionString: databaseUrl() });
    await admin.connect();
    const cut = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'stripe-simulator' AND datname = current_database()`,
    );
    await admin.end();
    expect(cut.rows.length).toBeGreaterThan(0);
    await until('it answers again', () =>
      create('after-cut')
        .then(() => true)
        .catch(() => false),
    );
    expect(await madeWith('after-cut')).toHaveLength(1);
  });
});

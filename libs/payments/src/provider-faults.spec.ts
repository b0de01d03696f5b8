import { eventually } from '@tiwizi/testing';
import { Till, startProvider } from './testing/till.js';

/** No worker: what is done here is done by the request itself, or by the sweep. */
describe('a provider in trouble', () => {
  let till: Till;
  let variant: string;
  beforeAll(async () => {
    till = await Till.open({ worker: false });
    variant = await till.shelve(await till.cooperative(), { stock: 1000 });
  });
  afterAll(() => till.close());
  afterEach(async () => {
    await fetch(`${till.simulator.url}/simulator/faults`, { method: 'DELETE' });
  });

  it('F05: an answer lost while beginning is looked for, and one intent is all there is', async () => {
    // The library repeats a call whose connection broke, once and with the same key: both answers are lost.
    await till.fault('payment_intents.create', 'drop_after_commit', 2);
    const placed = await till.order([variant]);
    expect(placed.payment).toMatchObject({ status: 'unknown', canRetry: false, nextAction: null });
    expect(await till.intentsOf(placed)).toHaveLength(1);

    await till.sweep(placed);
    const { body } = await till.pay(placed).expect(200);
    expect(body).toMatchObject({ status: 'requires_action', nextAction: { type: 'redirect' } });
    await till.enterCard(body);
    await till.refresh(placed);
    expect(await till.orderStatus(placed)).toBe('confirmed');
    expect(await till.intentsOf(placed)).toHaveLength(1);
    expect((await till.history(placed)).slice(0, 3)).toEqual(['created', 'unknown', 'requires_action']);
  });

  it('F05: while it is in doubt Pay reads first; nothing found means the same key may be used again', async () => {
    await till.fault('payment_intents.create', 'timeout');
    const placed = await till.order([variant]);
    expect(placed.payment.status).toBe('unknown');
    await till.fault('payment_intents.list', 'http500');
    expect((await till.pay(placed).expect(503)).body.code).toBe('payment_unavailable');
    const { body } = await till.pay(placed).expect(200);
    expect(body.status).toBe('requires_action');
    expect(await till.intentsOf(placed)).toHaveLength(1);
  }, 20_000);

  it('F05: an answer lost while capturing is read back; the money is taken and booked once', async () => {
    const placed = await till.heldOrder([variant]);
    await till.database.query(`update orders.sub_order set status = 'accepted' where order_id = $1`, [placed.id]);
    await till.sweep(placed);
    await till.fault('payment_intents.capture', 'http500_after_commit');
    await till.sweep(placed);
    expect(await till.payment(placed)).toMatchObject({ status: 'unknown', goal: 'capture' });
    await till.sweep(placed);
    expect(await till.payment(placed)).toMatchObject({ status: 'captured', goal: null });
    expect(await till.postings(placed)).toEqual([`P1 ${placed.payment.amount.amount}`]);
    expect(await till.history(placed)).toEqual(['created', 'requires_action', 'authorized', 'unknown', 'captured']);
  });

  it('F11: a failure remembered under its key ends the payment, and another one is begun', async () => {
    await till.fault('payment_intents.create', 'http500');
    const placed = await till.order([variant]);
    expect(placed.payment.status).toBe('unknown');
    const { body } = await till.pay(placed).expect(200);
    expect(body.status).toBe('requires_action');
    expect(body.id).not.toBe(placed.payment.id);
    expect(await till.intentsOf(placed)).toHaveLength(1);
  });

  it.each(['http429', 'http409'] as const)(
    'F11: turned away (%s), nothing has happened and Pay works again',
    async (how) => {
      await till.fault('payment_intents.create', how);
      const placed = await till.order([variant]);
      expect(placed.payment).toMatchObject({ status: 'created', canRetry: true });
      expect((await till.pay(placed).expect(200)).body.status).toBe('requires_action');
    },
  );

  it('F12: with the provider away, placing works and Pay says so within three seconds; it ends by itself', async () => {
    const port = Number(new URL(till.simulator.url).port);
    await till.simulator.close();
    const placed = await till.order([variant]);
    expect(placed.payment).toMatchObject({ status: 'created', canRetry: true });
    for (let time = 0; time < 4; time += 1) {
      const begun = Date.now();
      const answer = await till.pay(placed).expect(503);
      expect(answer.body).toMatchObject({ code: 'payment_unavailable', retryable: true });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(Date.now() - begun).toBeLessThan(3000);
    }
    const cash = await till.order([variant], 'cash-on-delivery');
    expect(cash.payment.nextAction).toMatchObject({ type: 'confirm-phone' });

    till.simulator = await startProvider(port);
    await eventually(async () => {
      const { body } = await till.pay(placed).expect(200);
      expect(body.status).toBe('requires_action');
    }, 15_000);
  }, 40_000);

  it('F12: a provider that never answers keeps nobody waiting longer than three seconds', async () => {
    const placed = await till.order([variant]);
    await till.database.query(`update payments.payment set status = 'unknown' where order_id = $1`, [placed.id]);
    await till.fault('*', 'timeout', 50);
    for (let time = 0; time < 5; time += 1) {
      const begun = Date.now();
      await till.pay(placed).expect(503);
      expect(Date.now() - begun).toBeLessThan(3000);
    }
    // After three the provider is not even asked for a while.
    const begun = Date.now();
    await till.pay(placed).expect(503);
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(await till.refresh(placed)).toMatchObject({ status: 'unknown', canRetry: false });
  }, 30_000);
});

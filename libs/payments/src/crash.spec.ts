import { DoProviderAction } from './events/do-provider-action.js';
import { decideCapture, refundsOf, startPayment, tellThatItEnded } from './testing/by-hand.js';
import { Mortal } from './testing/crash.js';
import { Till, type Placed } from './testing/till.js';

/** No worker runs: the specs are the worker, and die where they want. */
describe('F80: a worker killed at every step', () => {
  let till: Till;
  let mortal: Mortal;
  let variant: string;
  beforeAll(async () => {
    till = await Till.open({ worker: false });
    variant = await till.shelve(await till.cooperative(), { stock: 1000 });
    // Messages of the provider would take steps of their own.
    await till.control('webhooks', { paused: true });
    mortal = new Mortal(till.app);
  });
  afterAll(() => till.close());

  const perform = (paymentId: string, action: 'read' | 'capture' | 'void' | 'refund', refundId: string | null = null) =>
    till.app.get(DoProviderAction).perform({ paymentId, action, refundId });

  /** Dies at the first step, then at the second, … until nothing is left to die at; each time it is asked again. */
  const atEveryStep = async (
    begin: () => Promise<Placed>,
    work: (placed: Placed) => Promise<unknown>,
    holds: (placed: Placed) => Promise<void>,
  ) => {
    for (let step = 1; ; step += 1) {
      const placed = await begin();
      const hasDied = await mortal.diesAt(step, () => work(placed));
      if (hasDied) await work(placed);
      await work(placed);
      await holds(placed);
      if (!hasDied) return step - 1;
    }
  };
  const paid = async () => {
    const placed = await till.order([variant]);
    await till.enterCard(placed.payment);
    return placed;
  };
  const accepted = async () => {
    const placed = await till.heldOrder([variant]);
    await till.accept(placed);
    return placed;
  };
  const captured = async () => {
    const placed = await accepted();
    await till.sweep(placed);
    await till.sweep(placed);
    return placed;
  };
  const jobs = async (event: string, { id }: Placed) => {
    const rows = await till.database.query(
      `select from jobs.job where data ->> 'event' = $1 and data -> 'payload' ->> 'orderId' = $2`,
      [event, id],
    );
    return rows.length;
  };

  it('F02: confirms a paid order once', async () => {
    const steps = await atEveryStep(
      paid,
      async (placed) => perform(placed.payment.id, 'read'),
      async (placed) => {
        expect(await till.orderStatus(placed)).toBe('confirmed');
        expect(await till.history(placed)).toEqual(['created', 'requires_action', 'authorized']);
        expect(await jobs('orders.order-confirmed.v1', placed)).toBe(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(5);
  }, 60_000);

  it('begins a card payment once', async () => {
    const steps = await atEveryStep(
      async () => {
        await till.fault('payment_intents.create', 'http429');
        return till.order([variant]);
      },
      (placed) => startPayment(till, placed),
      async (placed) => {
        expect(await till.payment(placed)).toMatchObject({ status: 'requires_action' });
        expect(await till.intentsOf(placed)).toHaveLength(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(5);
  }, 60_000);

  it('captures once, and books it once', async () => {
    const steps = await atEveryStep(
      accepted,
      // The first sweep decides, the second asks: both may die.
      async (placed) => {
        await decideCapture(till, placed);
        await perform(placed.payment.id, 'capture');
      },
      async (placed) => {
        const { amount } = placed.payment.amount;
        expect(await till.payment(placed)).toMatchObject({ status: 'captured', captured: amount, goal: null });
        expect(await till.postings(placed)).toEqual([`P1 ${amount}`]);
        expect(await till.intentsOf(placed)).toMatchObject([{ status: 'succeeded', amount_received: amount }]);
        expect(await jobs('payments.payment-settled.v1', placed)).toBe(1);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(10);
  }, 60_000);

  it('lets go of a hold once', async () => {
    const steps = await atEveryStep(
      async () => {
        const placed = await till.heldOrder([variant]);
        await till.cancel(placed).expect(200);
        await tellThatItEnded(till, placed);
        return placed;
      },
      async (placed) => perform(placed.payment.id, 'void'),
      async (placed) => {
        expect(await till.payment(placed)).toMatchObject({ status: 'voided', goal: null });
        expect(await till.intentsOf(placed)).toMatchObject([{ status: 'canceled', amount_received: 0 }]);
        expect(await till.postings(placed)).toEqual([]);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(10);
  }, 60_000);

  it('refunds once', async () => {
    const steps = await atEveryStep(
      async () => {
        const placed = await captured();
        await till.cancel(placed).expect(200);
        await tellThatItEnded(till, placed);
        return placed;
      },
      async (placed) => {
        for (const { id } of await refundsOf(till, placed)) await perform(placed.payment.id, 'refund', id);
      },
      async (placed) => {
        const { amount } = placed.payment.amount;
        expect(await till.payment(placed)).toMatchObject({ status: 'refunded', refunded: amount });
        expect(await till.postings(placed)).toEqual([`P1 ${amount}`, `P11 ${amount}`, `P11 ${amount}`]);
        const { intent } = await till.payment(placed);
        type Refunds = { data: { amount: number }[] };
        const { data } = await till.atProvider<Refunds>(`refunds?payment_intent=${intent}`);
        expect(data.map((refund) => refund.amount)).toEqual([amount]);
      },
    );
    expect(steps).toBeGreaterThanOrEqual(8);
  }, 90_000);
});

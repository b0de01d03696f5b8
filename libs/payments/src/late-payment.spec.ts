import { eventually } from '@tiwizi/testing';
import { DoProviderAction } from './events/do-provider-action.js';
import { CardProvider } from './provider/card-provider.js';
import { refundsOf, tellThatItEnded } from './testing/by-hand.js';
import { Till, type Placed } from './testing/till.js';

/** Time passes for an order that waits for its card: it expires, and its goods are free again. */
async function expire(till: Till, order: { id: string }): Promise<void> {
  await till.database.query(`update orders."order" set expires_at = now() - interval '1 second' where id = $1`, [
    order.id,
  ]);
  await till.app.runScheduled('orders/expire');
  expect(await till.orderStatus(order)).toBe('expired');
}

describe('a card payment that comes late', () => {
  let till: Till;
  let cooperative: string;
  beforeAll(async () => {
    till = await Till.open({ worker: false });
    await till.control('webhooks', { paused: true });
    cooperative = await till.cooperative();
  });
  afterAll(() => till.close());

  it('F04: is taken when the goods remain', async () => {
    const variant = await till.shelve(cooperative);
    const placed = await till.order([variant]);
    await expire(till, placed);
    await till.enterCard(placed.payment);
    expect(await till.refresh(placed)).toMatchObject({ status: 'authorized' });
    expect(await till.orderStatus(placed)).toBe('confirmed');
    // The message that it had expired comes last: the order lives, and so does its hold.
    await tellThatItEnded(till, placed);
    await till.sweep(placed);
    expect(await till.payment(placed)).toMatchObject({ status: 'authorized', goal: null });
  });

  it('F04: is let go when they are sold, and when the order was canceled', async () => {
    const variant = await till.shelve(cooperative, { stock: 1 });
    const late = await till.order([variant]);
    await expire(till, late);
    await till.heldOrder([variant]);
    await till.enterCard(late.payment);
    expect(await till.refresh(late)).toMatchObject({ status: 'voided', canRetry: false });
    expect(await till.orderStatus(late)).toBe('expired');
    expect(await till.intentsOf(late)).toMatchObject([{ status: 'canceled' }]);

    const canceled = await till.order([await till.shelve(cooperative)]);
    await till.cancel(canceled).expect(200);
    await till.enterCard(canceled.payment);
    expect(await till.refresh(canceled)).toMatchObject({ status: 'voided' });
    expect(await till.orderStatus(canceled)).toBe('canceled');
  });

  it('F04: that was taken at the provider for a dead order is orphaned and given back (P10, P11)', async () => {
    const placed = await till.order([await till.shelve(cooperative)]);
    await till.cancel(placed).expect(200);
    await till.enterCard(placed.payment);
    // Somebody captures it at the provider's own desk.
    const { intent } = await till.payment(placed);
    await till.capturesAtProvider(intent!);
    await till.refresh(placed);
    const { amount } = placed.payment.amount;
    expect(await till.payment(placed)).toMatchObject({ status: 'orphaned', captured: amount });
    await till.database.query(`update payments.refund set checked_at = now() - interval '3 minutes'`);
    await till.app.runScheduled('payments/sweep-refunds');
    expect(await till.payment(placed)).toMatchObject({ status: 'refunded', refunded: amount });
    expect(await till.postings(placed)).toEqual([`P10 ${amount}`, `P11 ${amount}`, `P11 ${amount}`]);
  });

  it('F04: that was taken at the provider although it was given up here goes back, beside the payment that lives', async () => {
    const placed = await till.order([await till.shelve(cooperative)]);
    const { id: cardId } = await till.payment(placed);
    await till.enterCard(placed.payment);
    await till.pay(placed, { body: { method: 'cash-on-delivery' } }).expect(200);
    const [card] = await till.database.query<{ intent_id: string }>(
      'select intent_id from payments.payment where id = $1',
      [cardId],
    );
    await till.capturesAtProvider(card!.intent_id);
    const action = { paymentId: cardId, action: 'void' as const, refundId: null };
    await till.app.get(DoProviderAction).perform(action);
    await till.app.get(DoProviderAction).perform(action);
    for (const { id } of await refundsOf(till, placed)) {
      await till.app.get(DoProviderAction).perform({ ...action, action: 'refund', refundId: id });
    }
    const { amount } = placed.payment.amount;
    expect(await till.postings(placed)).toEqual([`P10 ${amount}`, `P11 ${amount}`, `P11 ${amount}`]);
    const rows = await till.database.query(
      'select method, status from payments.payment where order_id = $1 order by created_at',
      [placed.id],
    );
    expect(rows).toEqual([
      { method: 'card', status: 'refunded' },
      { method: 'cash-on-delivery', status: 'created' },
    ]);
  });

  it('F04: that is accepted at the very moment its payment is let go confirms nothing', async () => {
    const placed = await till.order([await till.shelve(cooperative)]);
    await expire(till, placed);
    await tellThatItEnded(till, placed);
    const provider = till.app.get(CardProvider);
    const cancel = provider.cancel.bind(provider);
    provider.cancel = async (...asked) => {
      provider.cancel = cancel;
      await till.enterCard(placed.payment);
      expect(await till.refresh(placed)).toMatchObject({ canRetry: false });
      return cancel(...asked);
    };
    await till.sweep(placed);
    await till.sweep(placed);
    expect(await till.payment(placed)).toMatchObject({ status: 'voided', goal: null });
    expect(await till.orderStatus(placed)).toBe('expired');
    expect(await till.intentsOf(placed)).toMatchObject([{ status: 'canceled', amount_received: 0 }]);
  });

  it('F21: of twenty cards for the last unit one is kept, and nobody else is charged', async () => {
    const variant = await till.shelve(cooperative, { stock: 1 });
    const buyers: Placed[] = [];
    for (let buyer = 0; buyer < 20; buyer += 1) {
      const placed = await till.order([variant]);
      await expire(till, placed);
      buyers.push(placed);
    }
    await Promise.all(buyers.map((placed) => till.enterCard(placed.payment)));
    await Promise.all(
      buyers.flatMap((placed) => [till.refresh(placed), till.refresh(placed)]).map((one) => one.catch(() => null)),
    );
    for (const placed of buyers) await till.sweep(placed);

    const ends = await Promise.all(buyers.map(async (placed) => (await till.payment(placed)).status));
    expect(ends.sort()).toEqual(['authorized', ...Array.from({ length: 19 }, () => 'voided')]);
    const orders = await Promise.all(buyers.map((placed) => till.orderStatus(placed)));
    expect(orders.filter((status) => status === 'confirmed')).toHaveLength(1);
    const [stock] = await till.database.query<{ on_hand: number; reserved: number }>(
      'select on_hand, reserved from catalog.stock_level where variant_id = $1',
      [variant],
    );
    expect(stock).toEqual({ on_hand: 0, reserved: 0 });
  }, 60_000);
});

describe('a hold', () => {
  let till: Till;
  let variants: [string, string];
  beforeAll(async () => {
    till = await Till.open();
    variants = [
      await till.shelve(await till.cooperative(), { stock: 100 }),
      await till.shelve(await till.cooperative(), { stock: 100 }),
    ];
  });
  afterAll(() => till.close());

  it('is captured after a day for what was accepted; the rest can no longer be accepted', async () => {
    const placed = await till.heldOrder(variants);
    const [first] = await till.subOrders(placed);
    await till.gesture(first!, 'accept');
    await till.sweep(placed);
    expect(await till.payment(placed)).toMatchObject({ status: 'authorized', goal: null });
    await till.database.query(
      `update payments.payment set authorized_at = now() - interval '24 hours' where order_id = $1`,
      [placed.id],
    );
    await till.sweep(placed);
    await till.untilPayment(placed, 'captured');
    const half = placed.payment.amount.amount / 2;
    expect(await till.payment(placed)).toMatchObject({ captured: half });
    expect((await till.subOrders(placed)).map(({ status }) => status)).toEqual(['accepted', 'auto_rejected']);
  });

  it('that the bank lets go ends the payment, and what nobody had accepted', async () => {
    const placed = await till.heldOrder(variants);
    const { intent } = await till.payment(placed);
    await till.control(`payment_intents/${intent}/expire`);
    await till.untilPayment(placed, 'expired');
    await eventually(async () => expect(await till.orderStatus(placed)).toBe('canceled'));
  });

  it('that somebody lets go at the provider’s own desk ends the payment, and what nobody had accepted', async () => {
    const placed = await till.heldOrder(variants);
    const [first] = await till.subOrders(placed);
    await till.gesture(first!, 'accept');
    const { intent } = await till.payment(placed);
    await till.cancelsAtProvider(intent!);
    await till.untilPayment(placed, 'voided');
    expect((await till.subOrders(placed)).map(({ status }) => status)).toEqual(['accepted', 'auto_rejected']);
  });

  it('is asked for again by the sweep when the worker lost the message', async () => {
    const placed = await till.heldOrder(variants);
    await till.database.query(
      `update payments.payment set goal = 'void', checked_at = now() - interval '3 minutes' where order_id = $1`,
      [placed.id],
    );
    await till.app.runScheduled('payments/sweep');
    await till.untilPayment(placed, 'voided');
    expect(await till.payment(placed)).toMatchObject({ goal: null });
  });

  it('F31: a refund that fails days later is owed again (P15), and the order is not shown as refunded', async () => {
    const placed = await till.order([variants[0]]);
    await till.enterCard(placed.payment, '4000000000005126');
    await till.refresh(placed);
    await till.accept(placed);
    await till.untilPayment(placed, 'captured');
    await till.cancel(placed).expect(200);
    await till.untilPayment(placed, 'refunded');
    // The bank answers two seconds later.
    await till.untilPayment(placed, 'captured');
    const { amount } = placed.payment.amount;
    expect(await refundsOf(till, placed)).toMatchObject([{ status: 'failed' }]);
    expect(await till.payment(placed)).toMatchObject({ captured: amount, refunded: 0 });
    expect((await till.postings(placed)).slice(-1)).toEqual([`P15 ${amount}`]);
  }, 30_000);

  it('is paid back through a refund that takes its time', async () => {
    const placed = await till.order([variants[0]]);
    await till.enterCard(placed.payment, '4000000000007726');
    await till.refresh(placed);
    await till.accept(placed);
    await till.untilPayment(placed, 'captured');
    await till.cancel(placed).expect(200);
    await eventually(async () => expect(await refundsOf(till, placed)).toMatchObject([{ status: 'pending' }]), 10_000);
    expect(await till.payment(placed)).toMatchObject({ status: 'captured' });
    await till.untilPayment(placed, 'refunded');
  }, 30_000);
});

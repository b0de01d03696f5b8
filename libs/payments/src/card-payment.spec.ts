import { eventually } from '@tiwizi/testing';
import { Till } from './testing/till.js';

describe('a card payment', () => {
  let till: Till;
  let cooperatives: [string, string];
  let variants: [string, string];
  beforeAll(async () => {
    till = await Till.open();
    cooperatives = [await till.cooperative(), await till.cooperative()];
    variants = [await till.shelve(cooperatives[0], { stock: 100 }), await till.shelve(cooperatives[1], { stock: 100 })];
  });
  afterAll(() => till.close());

  it('goes from the card page to the captured order, with the way back in the buyer’s language', async () => {
    const placed = await till.order(variants);
    expect(placed.payment).toMatchObject({ method: 'card', status: 'requires_action', canRetry: true });
    const back = new URL(await till.enterCard(placed.payment));
    expect(`${back.origin}${back.pathname}`).toBe(`http://localhost:3000/fr/commande/retour/${placed.number}`);
    expect(back.searchParams.get('token')).toBe(placed.token);

    const state = await till.refresh(placed);
    expect(state).toMatchObject({ status: 'authorized', nextAction: null, canRetry: false });
    expect(await till.orderStatus(placed)).toBe('confirmed');
    expect(await till.postings(placed)).toEqual([]);

    await till.accept(placed);
    await till.untilPayment(placed, 'captured');
    const { amount } = placed.payment.amount;
    expect(await till.postings(placed)).toEqual([`P1 ${amount}`]);
    expect(await till.intentsOf(placed)).toMatchObject([{ status: 'succeeded', amount_received: amount }]);
    expect(await till.history(placed)).toEqual(['created', 'requires_action', 'authorized', 'captured']);
  });

  it('takes only what was accepted, and nothing when all is rejected', async () => {
    const [partly, none] = [await till.heldOrder(variants), await till.heldOrder(variants)];
    const [first, second] = await till.subOrders(partly);
    await till.gesture(first!, 'accept');
    expect(await till.payment(partly)).toMatchObject({ status: 'authorized', goal: null });
    await till.gesture(second!, 'reject', { reason: 'no-stock' });
    await till.untilPayment(partly, 'captured');
    const half = partly.payment.amount.amount / 2;
    expect(await till.payment(partly)).toMatchObject({ captured: half });
    expect(await till.postings(partly)).toEqual([`P1 ${half}`]);

    for (const subOrder of await till.subOrders(none)) await till.gesture(subOrder, 'reject', { reason: 'no-stock' });
    await till.untilPayment(none, 'voided');
    expect(await till.postings(none)).toEqual([]);
    expect(await till.intentsOf(none)).toMatchObject([{ status: 'canceled', amount_received: 0 }]);
  });

  it('gives back what was taken when the buyer cancels afterwards, P11 to the centime', async () => {
    const placed = await till.heldOrder(variants);
    await till.accept(placed);
    await till.untilPayment(placed, 'captured');
    await till.cancel(placed).expect(200);
    await till.untilPayment(placed, 'refunded');
    const { amount } = placed.payment.amount;
    const half = amount / 2;
    expect((await till.postings(placed)).sort()).toEqual(
      [`P1 ${amount}`, `P11 ${half}`, `P11 ${half}`, `P11 ${half}`, `P11 ${half}`].sort(),
    );
    expect(await till.payment(placed)).toMatchObject({ captured: amount, refunded: amount });
    expect(await till.history(placed)).toEqual([
      'created',
      'requires_action',
      'authorized',
      'captured',
      'partially_refunded',
      'refunded',
    ]);
  });

  it('lets go of a hold when the buyer cancels before anybody accepted', async () => {
    const placed = await till.heldOrder([variants[0]]);
    await till.cancel(placed).expect(200);
    await till.untilPayment(placed, 'voided');
    const [subOrder] = await till.subOrders(placed);
    expect(subOrder?.status).toBe('canceled');
  });

  it('F11: shows a declined card as failed with its reason, keeps the order, and takes another card', async () => {
    const placed = await till.order([variants[0]]);
    await till.enterCard(placed.payment, '4000000000009995');
    expect(await till.refresh(placed)).toMatchObject({
      status: 'failed',
      declineCode: 'insufficient_funds',
      canRetry: true,
      nextAction: null,
    });
    expect(await till.orderStatus(placed)).toBe('placed');
    const { body } = await till.pay(placed).expect(200);
    expect(body).toMatchObject({ status: 'requires_action', declineCode: null });
    await till.enterCard(body);
    expect(await till.refresh(placed)).toMatchObject({ status: 'authorized' });
    expect(await till.intentsOf(placed)).toHaveLength(1);
  });

  it('F76: ends a payment after five declined cards', async () => {
    const placed = await till.order([variants[0]]);
    for (let time = 0; time < 5; time += 1) {
      await till.enterCard(placed.payment, '4000000000000002');
      await till.refresh(placed);
    }
    expect(await till.refresh(placed)).toMatchObject({ status: 'failed', canRetry: false });
    const { body } = await till.pay(placed).expect(409);
    expect(body.code).toBe('payments/not-payable');
    await eventually(async () => expect(await till.intentsOf(placed)).toMatchObject([{ status: 'canceled' }]));
  });

  it('asks for 3-D Secure, and the goods wait for it once', async () => {
    const placed = await till.order([variants[0]]);
    const bank = new URL(await till.enterCard(placed.payment, '4000002760003184'), till.simulator.url);
    await till.refresh(placed);
    const [row] = await till.database.query<{ minutes: number }>(
      `select extract(epoch from expires_at - placed_at)::int / 60 as minutes from orders."order" where id = $1`,
      [placed.id],
    );
    expect(row?.minutes).toBe(45);
    const body = new URLSearchParams([...bank.searchParams, ['decision', 'approve']]);
    await fetch(`${bank.origin}${bank.pathname}`, { method: 'POST', body, redirect: 'manual' });
    expect(await till.refresh(placed)).toMatchObject({ status: 'authorized' });
  });
});

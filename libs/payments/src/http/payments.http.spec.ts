import { eventually, idempotencyKey } from '@tiwizi/testing';
import { newId } from '@tiwizi/persistence';
import { Till, type Placed } from '../testing/till.js';

describe('the routes of payments', () => {
  let till: Till;
  let variant: string;
  beforeAll(async () => {
    till = await Till.open();
    variant = await till.shelve(await till.cooperative(), { stock: 1000, amount: 30_000 });
  });
  afterAll(() => till.close());

  const match = (
    paymentId: string,
    body: object,
    { cookie = till.app.signIn({ roles: ['finance'] }), key = idempotencyKey() } = {},
  ) =>
    till.app.http
      .post(`/api/v1/admin/payments/${paymentId}/transfer`)
      .set('Cookie', cookie)
      .set('Idempotency-Key', key)
      .send(body);
  const codeOf = async ({ id }: Placed) => {
    const [job] = await till.database.query<{ code: string }>(
      `select data -> 'payload' ->> 'code' as code from jobs.job
       where data ->> 'event' = 'orders.confirmation-code-issued.v1' and data -> 'payload' ->> 'orderId' = $1`,
      [id],
    );
    return job?.code;
  };

  it('F01: Pay pressed many times, with the same key and with others, is one intent', async () => {
    const placed = await till.order([variant]);
    const key = idempotencyKey();
    const answers = await Promise.all([
      till.pay(placed, { key }),
      till.pay(placed),
      till.pay(placed),
      till.pay(placed),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body.nextAction).toEqual(placed.payment.nextAction);
    }
    expect((await till.pay(placed, { key }).expect(200)).headers['idempotent-replay']).toBe('true');
    expect(await till.intentsOf(placed)).toHaveLength(1);
  });

  it('F15: placed twice, as after a lost answer, it is one order with one payment and one intent', async () => {
    const checkoutId = await till.checkout([variant], 'card');
    const key = idempotencyKey();
    const [first, second] = [
      await till.place(checkoutId, key).expect(201),
      await till.place(checkoutId, key).expect(201),
    ];
    const third = await till.place(checkoutId).expect(201);
    expect(second.body).toEqual(first.body);
    expect(third.body.id).toBe(first.body.id);
    expect(await till.intentsOf(first.body)).toHaveLength(1);
    const rows = await till.database.query('select from payments.payment where order_id = $1', [first.body.id]);
    expect(rows).toHaveLength(1);
  });

  it('opens the card page in the language that was asked for', async () => {
    const placed = await till.order([variant]);
    const { body } = await till.pay(placed, { locale: 'ar' }).expect(200);
    const page = new URL(body.nextAction.url);
    expect(page.searchParams.get('locale')).toBe('ar');
    expect(page.searchParams.get('return_url')).toContain(`/ar/commande/retour/${placed.number}`);
  });

  it('F26: an order without its token does not exist', async () => {
    const placed = await till.order([variant]);
    for (const token of [undefined, '', 'guessed', newId()]) {
      for (const path of ['payment', 'payment/refresh']) {
        const answer = await till.app.http
          .post(`/api/v1/orders/${placed.number}/${path}`)
          .query({ ...(token !== undefined && { token }) })
          .set('Idempotency-Key', idempotencyKey())
          .send(path === 'payment' ? {} : undefined);
        expect(answer.status).toBe(404);
        expect(answer.body.code).toBe('orders/not-found');
      }
    }
    await till.app.http.post(`/api/v1/orders/TZ-00000000/payment/refresh`).query({ token: placed.token }).expect(404);
  });

  it('F14, F45: takes no amount from the client, and needs a key', async () => {
    const placed = await till.order([variant]);
    const { body } = await till.pay(placed, { body: { amount: { amount: 1, currency: 'MAD' } } }).expect(400);
    expect(body.code).toBe('unknown_property');
    const answer = await till.app.http
      .post(`/api/v1/orders/${placed.number}/payment`)
      .query({ token: placed.token })
      .send({});
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('idempotency_key_required');
  });

  it('answers how it stands once it is paid, and refuses what cannot be paid any more', async () => {
    const held = await till.heldOrder([variant]);
    expect((await till.pay(held).expect(200)).body).toMatchObject({ status: 'authorized', nextAction: null });
    const canceled = await till.order([variant]);
    await till.cancel(canceled).expect(200);
    expect((await till.pay(canceled).expect(409)).body.code).toBe('payments/not-payable');
    const cash = await till.order([variant], 'cash-on-delivery');
    expect((await till.pay(cash, { body: { method: 'card' } }).expect(409)).body.code).toBe('payments/not-payable');
  });

  it('lets the buyer pay at the door when the card does not work; a card accepted meanwhile is let go', async () => {
    const placed = await till.order([variant]);
    const { body } = await till.pay(placed, { body: { method: 'cash-on-delivery' } }).expect(200);
    expect(body).toMatchObject({ method: 'cash-on-delivery', status: 'created' });
    expect((await till.pay(placed, { body: { method: 'cash-on-delivery' } }).expect(200)).body.id).toBe(body.id);
    await till.app.http
      .post(`/api/v1/orders/${placed.number}/confirm`)
      .query({ token: placed.token })
      .send({ code: await codeOf(placed) })
      .expect(200);
    expect(await till.orderStatus(placed)).toBe('confirmed');

    const other = await till.order([variant]);
    await till.control('webhooks', { paused: true });
    await till.enterCard(other.payment);
    await till.pay(other, { body: { method: 'cash-on-delivery' } }).expect(200);
    await till.control('webhooks', { paused: false });
    await till.simulator.deliverNow();
    await eventually(async () => expect(await till.intentsOf(other)).toMatchObject([{ status: 'canceled' }]), 10_000);
    expect(await till.orderStatus(other)).toBe('placed');
  }, 30_000);

  describe('bank transfers', () => {
    it('show their reference, are matched once in full, and pay the order (P9)', async () => {
      const placed = await till.order([variant], 'bank-transfer');
      const { payment } = placed;
      expect(payment.nextAction).toMatchObject({
        type: 'transfer',
        reference: expect.stringMatching(/^TZW-[0-9A-Z]{9}$/),
        amount: payment.amount,
      });
      const body = { amount: payment.amount, bankReference: 'VIR-2026-11-25-001' };
      await match(payment.id, body).expect(200);
      await match(payment.id, body).expect(200);
      expect(await till.orderStatus(placed)).toBe('confirmed');
      expect(await till.postings(placed)).toEqual([`P9 ${payment.amount.amount}`]);
      expect((await match(payment.id, { ...body, bankReference: 'VIR-2' }).expect(409)).body.code).toBe(
        'payments/not-payable',
      );
    });

    it('F39: are refused when less, more or of another currency', async () => {
      const { payment } = await till.order([variant], 'bank-transfer');
      const { amount } = payment.amount;
      for (const wrong of [
        { amount: amount - 1, currency: 'MAD' },
        { amount: amount + 1, currency: 'MAD' },
        { amount, currency: 'EUR' },
      ]) {
        const answer = await match(payment.id, { amount: wrong, bankReference: 'VIR-3' }).expect(409);
        expect(answer.body.code).toBe('payments/amount-differs');
      }
      await match(payment.id, { amount: { amount: 0.5, currency: 'MAD' }, bankReference: 'VIR-3' }).expect(400);
    });

    it('F04: that come for a canceled order wait under its name and are owed back (P10, P11)', async () => {
      const placed = await till.order([variant], 'bank-transfer');
      await till.database.query(`update orders."order" set status = 'canceled', ended_at = now() where id = $1`, [
        placed.id,
      ]);
      await match(placed.payment.id, { amount: placed.payment.amount, bankReference: 'VIR-4' }).expect(200);
      const { amount } = placed.payment.amount;
      expect(await till.payment(placed)).toMatchObject({ status: 'orphaned', captured: amount });
      expect((await till.postings(placed)).sort()).toEqual([`P10 ${amount}`, `P11 ${amount}`]);
    });

    it('F39: pay one order for each line of the statement, at once or one after the other', async () => {
      const [first, second] = [
        await till.order([variant], 'bank-transfer'),
        await till.order([variant], 'bank-transfer'),
      ];
      const body = { amount: first.payment.amount, bankReference: 'VIR-ONE-LINE' };
      const answers = await Promise.all([match(first.payment.id, body), match(second.payment.id, body)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const late = await match((answers[0].status === 200 ? second : first).payment.id, body).expect(409);
      expect(late.body.code).toBe('payments/receipt-taken');
    });

    it('are owed back when the buyer cancels afterwards, to be paid from the bank by hand (P11)', async () => {
      const placed = await till.order([variant], 'bank-transfer');
      await match(placed.payment.id, { amount: placed.payment.amount, bankReference: 'VIR-6' }).expect(200);
      await till.cancel(placed).expect(200);
      const { amount } = placed.payment.amount;
      await eventually(async () => expect(await till.postings(placed)).toEqual([`P9 ${amount}`, `P11 ${amount}`]));
      expect(await till.payment(placed)).toMatchObject({ status: 'captured', refunded: 0 });
    });

    it('exist for finance and admins only, and only as transfers', async () => {
      const { payment } = await till.order([variant], 'bank-transfer');
      const body = { amount: payment.amount, bankReference: 'VIR-5' };
      for (const { who, cookie } of till.app.everyone()) {
        const request = till.app.http.post(`/api/v1/admin/payments/${payment.id}/transfer`);
        if (cookie) request.set('Cookie', cookie);
        const { status } = await request.set('Idempotency-Key', idempotencyKey()).send({ ...body, bankReference: '' });
        expect([who, status]).toEqual([who, who === 'stranger' ? 401 : ['finance', 'admin'].includes(who) ? 400 : 403]);
      }
      const card = await till.order([variant]);
      await match(card.payment.id, body).expect(404);
      await match(newId(), body).expect(404);
    });
  });
});

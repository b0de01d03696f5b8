import { Cursors } from '@tiwizi/persistence';
import { countStatements } from '@tiwizi/testing';
import { Market, newPhone } from '../testing/market.js';

describe('an order after it is placed', () => {
  let market: Market;
  let cooperativeId: string;
  let variantId: string;
  beforeAll(async () => {
    market = await Market.open();
    cooperativeId = await market.cooperative();
    variantId = await market.shelve(cooperativeId, { stock: 1000 });
  });
  afterAll(() => market.close());

  const issued = async (event: string, number: string) =>
    market.database.query<{ payload: Record<string, unknown> }>(
      `select data -> 'payload' as payload from jobs.job
       where data ->> 'event' = $1 and data -> 'payload' ->> 'number' = $2`,
      [event, number],
    );
  const wrongFor = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  describe('its phone', () => {
    it('is proven by the code that was sent to it; the goods are sold then', async () => {
      const before = await market.stock(variantId);
      const placed = await market.order([{ variantId, quantity: 2 }]);
      const [message] = await issued('orders.confirmation-code-issued.v1', placed.number);
      const code = String(message!.payload['code']);
      expect(code).toMatch(/^\d{6}$/);
      const { result, statements } = await countStatements(() => market.confirmWith(placed, code).expect(200));
      expect(statements.length).toBeLessThanOrEqual(8);
      expect(result.body).toMatchObject({ status: 'confirmed', payment: { nextAction: null } });
      expect(await market.stock(variantId)).toEqual({ onHand: before.onHand - 2, reserved: before.reserved });
      const [told] = await issued('orders.order-confirmed.v1', placed.number);
      expect(told!.payload).toMatchObject({
        orderId: placed.id,
        contact: { token: placed.token },
        subOrders: [{ subOrderNumber: `${placed.number}-1`, cooperativeId }],
      });
    });

    it('is proven once: the second time changes nothing', async () => {
      const placed = await market.order([{ variantId }]);
      const code = await market.codeOf(placed);
      const answers = await Promise.all([1, 2, 3].map(() => market.confirmWith(placed, code)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await issued('orders.order-confirmed.v1', placed.number)).toHaveLength(1);
    });

    it('takes the code as people type it', async () => {
      const placed = await market.order([{ variantId }]);
      const code = await market.codeOf(placed);
      const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
      await market.confirmWith(placed, ` ${arabic.slice(0, 3)} ${arabic.slice(3)} `).expect(200);
    });

    it('may be mistyped five times, then needs a new code', async () => {
      const placed = await market.order([{ variantId }]);
      const code = await market.codeOf(placed);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const { body } = await market.confirmWith(placed, wrongFor(code)).expect(400);
        expect(body.code).toBe('orders/wrong-code');
      }
      const locked = await market.confirmWith(placed, code).expect(409);
      expect(locked.body.code).toBe('orders/code-expired');
      await market.pauseIsOver(placed);
      await market.resendTo(placed).expect(202);
      const stale = await market.confirmWith(placed, code);
      const fresh = await market.codeOf(placed);
      expect(fresh === code || stale.status === 400).toBe(true);
      await market.confirmWith(placed, fresh).expect(200);
    });

    it('counts every one of many wrong codes sent at once', async () => {
      const placed = await market.order([{ variantId }]);
      const wrong = wrongFor(await market.codeOf(placed));
      const answers = await Promise.all(Array.from({ length: 8 }, () => market.confirmWith(placed, wrong)));
      expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
      expect(answers.filter(({ body }) => body.code === 'orders/code-expired')).toHaveLength(3);
    });

    it('gets at most five new codes', async () => {
      const placed = await market.order([{ variantId }]);
      for (let count = 1; count <= 5; count += 1) {
        await market.pauseIsOver(placed);
        await market.resendTo(placed).expect(202);
      }
      const { body } = await market.resendTo(placed).expect(429);
      expect(body.code).toBe('orders/too-many-codes');
      expect(await issued('orders.confirmation-code-issued.v1', placed.number)).toHaveLength(6);
    });

    it('is sent again only after thirty seconds, which the page is told of (ACC)', async () => {
      const placed = await market.order([{ variantId }]);
      const secondsLeft = async () => {
        const { payment } = await market.show(placed);
        if (payment.nextAction?.type !== 'confirm-phone') throw new Error('no code is asked for');
        return (Date.parse(payment.nextAction.resendAt) - Date.now()) / 1000;
      };
      expect(await secondsLeft()).toBeGreaterThan(20);
      const { body, headers } = await market.resendTo(placed).expect(429);
      expect(body).toMatchObject({ code: 'orders/code-too-soon', params: { seconds: expect.any(Number) } });
      expect(Number(headers['retry-after'])).toBe(body.params.seconds);
      expect(await issued('orders.confirmation-code-issued.v1', placed.number)).toHaveLength(1);
      await market.pauseIsOver(placed);
      expect(await secondsLeft()).toBeLessThanOrEqual(0);
      await market.resendTo(placed).expect(202);
      await market.resendTo(placed).expect(429);
    });

    it('is not asked for once 48 hours are over, nor for a card', async () => {
      const late = await market.order([{ variantId }]);
      await market.database.query(`update orders."order" set expires_at = now() where id = $1`, [late.id]);
      const { body } = await market.confirmWith(late, await market.codeOf(late)).expect(409);
      expect(body.code).toBe('orders/code-expired');
      const card = await market.order([{ variantId }], 'card');
      expect((await market.confirmWith(card, '123456').expect(409)).body.code).toBe('invalid_transition');
      expect((await market.resendTo(card).expect(409)).body.code).toBe('invalid_transition');
    });
  });

  describe('its page', () => {
    it('shows what was bought, in the reader’s language and Morocco’s time', async () => {
      const placed = await market.confirmed([{ variantId, quantity: 3 }]);
      const view = await market.show(placed, 'ar');
      expect(view).toMatchObject({
        number: placed.number,
        status: 'confirmed',
        goods: { amount: 26_700, currency: 'MAD' },
        address: { name: 'Fatima Zahra', phoneMasked: expect.stringContaining('••••••') },
        subOrders: [
          {
            number: `${placed.number}-1`,
            status: 'pending',
            cooperative: { id: cooperativeId, nameLocale: 'fr' },
            lines: [{ title: 'Miel de thym', titleLocale: 'fr', quantity: 3, total: { amount: 26_700 } }],
            timeline: [{ status: 'pending' }],
          },
        ],
        payment: { method: 'cash-on-delivery' },
      });
      expect(view.placedAtText).toMatch(/نونبر|دجنبر|20\d\d/);
      expect(view.total.amount).toBe(view.goods.amount + view.shipping.amount);
    });

    it('opens for its owner and its token, and does not exist for others (F26)', async () => {
      const accountId = '019abc00-0000-7000-8000-000000000001';
      const cookie = market.app.signIn({ accountId });
      const { body: placed } = await market.place(await market.checkout([{ variantId }]), { cookie }).expect(201);
      const path = `/api/v1/orders/${placed.number}`;
      await market.app.http.get(path).set('Cookie', cookie).expect(200);
      await market.app.http.get(`${path}?token=${placed.token}`).expect(200);
      const stranger = market.app.signIn();
      for (const request of [
        market.app.http.get(path),
        market.app.http.get(path).set('Cookie', stranger),
        market.app.http.get(`${path}?token=${'x'.repeat(43)}`),
        market.app.http.get(`/api/v1/orders/TZ-00000000?token=${placed.token}`),
        market.app.http.post(`${path}/confirm`).send({ code: '123456' }),
        market.app.http.post(`${path}/resend-code`),
        market.cancel({ ...placed, token: 'none' }),
      ]) {
        expect((await request.expect(404)).body.code).toBe('orders/not-found');
      }
    });

    it('is found by number and phone together; whichever is wrong, the answer is the same (TRACK-1)', async () => {
      const phone = newPhone();
      const placed = await market.order([{ variantId }], undefined, phone);
      const track = (number: string, typed: string) =>
        market.app.http.post('/api/v1/orders/track').send({ number, phone: typed });
      const typed = ` tz ${placed.number.slice(3).toLowerCase()} `;
      const { body } = await track(typed, `0${phone.slice(4)}`).expect(200);
      expect(body).toEqual({ number: placed.number, token: placed.token });
      const refusals = await Promise.all([
        track(placed.number, newPhone()),
        track('TZ-00000000', phone),
        track('nonsense', phone),
        track(placed.number, 'no phone at all'),
      ]);
      const answers = refusals.map(({ status, body: problem }) => [status, problem.code, problem.detail]);
      expect(new Set(answers.map(String)).size).toBe(1);
      expect(answers[0]!.slice(0, 2)).toEqual([404, 'orders/not-found']);
    });

    it('is listed among my orders, page after page', async () => {
      const cookie = market.app.signIn();
      const numbers: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        const { body } = await market.place(await market.checkout([{ variantId }]), { cookie }).expect(201);
        numbers.unshift(body.number);
      }
      const first = await market.app.http.get('/api/v1/me/orders?limit=2').set('Cookie', cookie).expect(200);
      expect(first.body.items.map(({ number }: { number: string }) => number)).toEqual(numbers.slice(0, 2));
      expect(first.body.items[0]).toMatchObject({ status: 'placed', parcelCount: 1 });
      const next = `/api/v1/me/orders?limit=2&cursor=${first.body.nextCursor}`;
      const second = await market.app.http.get(next).set('Cookie', cookie).expect(200);
      expect(second.body).toMatchObject({ items: [{ number: numbers[2] }], nextCursor: null });
      await market.app.http.get('/api/v1/me/orders').expect(401);
      const ofAnotherList = market.app.get(Cursors).encode('orders/seller', [0, 'soon', 'nobody']);
      for (const cursor of ['forged', ofAnotherList]) {
        await market.app.http.get(`/api/v1/me/orders?cursor=${cursor}`).set('Cookie', cookie).expect(400);
      }
    });
  });

  describe('canceled by its buyer', () => {
    it('gives the held goods back before it is confirmed', async () => {
      const shelf = await market.shelve(cooperativeId);
      const placed = await market.order([{ variantId: shelf, quantity: 4 }]);
      const { body } = await market.cancel(placed, { reason: 'Trop tard' }).expect(200);
      expect(body).toMatchObject({ status: 'canceled', subOrders: [{ status: 'canceled' }] });
      expect(await market.stock(shelf)).toEqual({ onHand: 10, reserved: 0 });
      expect((await issued('orders.order-ended.v1', placed.number))[0]!.payload).toMatchObject({ status: 'canceled' });
      await market.cancel(placed).expect(200);
      expect(await issued('orders.order-ended.v1', placed.number)).toHaveLength(1);
      const { body: late } = await market.confirmWith(placed, await market.codeOf(placed)).expect(409);
      expect(late.code).toBe('invalid_transition');
    });

    it('brings sold goods back and tells each cooperative', async () => {
      const shelf = await market.shelve(cooperativeId);
      const placed = await market.confirmed([{ variantId: shelf, quantity: 4 }]);
      expect(await market.stock(shelf)).toEqual({ onHand: 6, reserved: 0 });
      const { body } = await market.cancel(placed).expect(200);
      expect(body).toMatchObject({ status: 'canceled', payment: { amount: { amount: 0 } } });
      expect(await market.stock(shelf)).toEqual({ onHand: 10, reserved: 0 });
      expect((await issued('orders.sub-order-changed.v1', placed.number))[0]!.payload).toMatchObject({
        previous: 'pending',
        status: 'canceled',
      });
    });

    it('is refused once a parcel is on the road', async () => {
      const placed = await market.confirmed([{ variantId }]);
      const seller = market.seller(cooperativeId);
      const { id } = (await market.show(placed)).subOrders[0]!;
      await seller.gesture(id, 'accept').expect(200);
      await seller.gesture(id, 'shipments', {}).expect(200);
      const { body } = await market.cancel(placed).expect(409);
      expect(body).toMatchObject({ code: 'orders/not-cancelable', params: { status: 'shipped' } });
    });

    it('refuses a reason with hidden marks', async () => {
      const placed = await market.order([{ variantId }]);
      const { body } = await market.cancel(placed, { reason: 'a\u202eb' }).expect(400);
      expect(body.errors[0]).toMatchObject({ path: 'reason', code: 'text/direction-controls' });
    });
  });
});

describe('finding an order by number and phone', () => {
  it('is slowed down for whoever tries too often', async () => {
    const market = await Market.open({ settings: { hasRateLimits: true } });
    try {
      const track = () =>
        market.app.http.post('/api/v1/orders/track').send({ number: 'TZ-00000000', phone: '0612345678' });
      const answers = [];
      for (let attempt = 0; attempt < 12; attempt += 1) answers.push(await track());
      expect(answers.slice(0, 10).map(({ status }) => status)).toEqual(Array(10).fill(404));
      expect(answers.at(-1)!.status).toBe(429);
      expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await market.close();
    }
  });
});

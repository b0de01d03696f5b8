import { countStatements, idempotencyKey } from '@tiwizi/testing';
import { newId } from '@tiwizi/persistence';
import { Market, newPhone } from '../testing/market.js';

describe('placing an order', () => {
  let market: Market;
  let cooperatives: string[];
  beforeAll(async () => {
    market = await Market.open();
    cooperatives = [await market.cooperative(), await market.cooperative(), await market.cooperative()];
  });
  afterAll(() => market.close());

  const rows = async (number: string) =>
    market.database.query<{ status: string; total: string }>(
      'select status, total_amount as total from orders.sub_order where number like $1 order by position',
      [`${number}-%`],
    );

  it('takes the stock, writes the order, opens the payment and asks for the phone’s code', async () => {
    const variantId = await market.shelve(cooperatives[0]!);
    const placed = await market.order([{ variantId, quantity: 2 }]);
    expect(placed).toMatchObject({
      number: expect.stringMatching(/^TZ-[0-9A-HJKMNP-TV-Z]{8}$/),
      status: 'placed',
      payment: {
        status: 'created',
        nextAction: { type: 'confirm-phone', phoneMasked: expect.stringMatching(/^\+2126•{6}\d\d$/) },
      },
    });
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 2 });
    expect(market.payments.opened.get(placed.id)).toMatchObject({
      number: placed.number,
      method: 'cash-on-delivery',
      contact: { token: placed.token, name: 'Fatima Zahra' },
    });
    const [row] = await market.database.query<{ minutes: number }>(
      `select extract(epoch from expires_at - placed_at) / 60 as minutes from orders."order" where id = $1`,
      [placed.id],
    );
    expect(Number(row!.minutes)).toBe(48 * 60);
    const [audit] = await market.database.query('select action, actor from platform.audit where subject = $1', [
      `order:${placed.number}`,
    ]);
    expect(audit).toEqual({ action: 'orders.order-placed', actor: 'guest' });
  });

  it('needs at most 12 statements for 5 lines of 3 cooperatives', async () => {
    const [a, b, c] = cooperatives;
    const variants = await Promise.all([a, a, b, b, c].map((id) => market.shelve(id!)));
    const checkoutId = await market.checkout(variants.map((variantId) => ({ variantId })));
    await market.order([{ variantId: variants[0]! }]);
    const { result, statements } = await countStatements(() => market.place(checkoutId).expect(201));
    expect(statements.length).toBeLessThanOrEqual(12);
    const parts = await rows(result.body.number);
    expect(parts).toHaveLength(3);
    const sum = parts.reduce((all, { total }) => all + Number(total), 0);
    expect(sum).toBe(result.body.payment.amount.amount);
  });

  it('holds a card order for 15 minutes and leads to the payment page', async () => {
    const placed = await market.order([{ variantId: await market.shelve(cooperatives[0]!) }], 'card');
    expect(placed.payment).toMatchObject({ status: 'requires_action', nextAction: { type: 'redirect' } });
    const [row] = await market.database.query<{ minutes: number }>(
      `select extract(epoch from expires_at - placed_at) / 60 as minutes from orders."order" where id = $1`,
      [placed.id],
    );
    expect(Number(row!.minutes)).toBe(15);
    expect(market.payments.started).toEqual([placed.id]);
  });

  it('F01: a double click is one order, with one key and with two', async () => {
    const variantId = await market.shelve(cooperatives[0]!);
    const checkoutId = await market.checkout([{ variantId }]);
    const key = idempotencyKey();
    const once = await market.place(checkoutId, { key }).expect(201);
    const again = await market.place(checkoutId, { key }).expect(201);
    expect(again.body).toEqual(once.body);
    expect(again.headers['idempotent-replay']).toBe('true');
    const otherKey = await market.place(checkoutId).expect(201);
    expect(otherKey.body).toMatchObject({ id: once.body.id, number: once.body.number, token: once.body.token });
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 1 });
  });

  it('F01: two tabs at the same moment make one order', async () => {
    const variantId = await market.shelve(cooperatives[0]!);
    const checkoutId = await market.checkout([{ variantId }]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => market.place(checkoutId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 1 });
  });

  it('F01: a second checkout of a used cart is refused with the order’s number', async () => {
    const cartId = await market.fillCart([{ variantId: await market.shelve(cooperatives[0]!) }]);
    const [first, second] = [await market.price(cartId), await market.price(cartId, 'card')];
    const answers = await Promise.all([market.place(first), market.place(second)]);
    const won = answers.find(({ status }) => status === 201)!;
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({
      code: 'cart_already_ordered',
      params: { orderNumber: won.body.number, token: won.body.token },
    });
    for (const request of [
      market.app.http.post('/api/v1/checkouts').send({ cartId, paymentMethod: 'card' }),
      market.app.http.post(`/api/v1/carts/${cartId}/lines`).send({ variantId: newId() }),
    ]) {
      expect((await request.expect(409)).body.code).toBe('cart_already_ordered');
    }
    const { body: cart } = await market.app.http.get(`/api/v1/carts/${cartId}`).expect(200);
    expect(cart.orderNumber).toBe(won.body.number);
  });

  it('F13: a price that changed meanwhile is refused with both totals, and nothing is kept', async () => {
    const variantId = await market.shelve(cooperatives[0]!);
    const cartId = await market.fillCart([{ variantId, quantity: 2 }]);
    const checkoutId = await market.price(cartId);
    await market.database.query('update catalog.variant set price_amount = 9900 where id = $1', [variantId]);
    const { body } = await market.place(checkoutId).expect(409);
    const { oldTotalAmount, newTotalAmount } = body.params;
    expect(body.code).toBe('price_changed');
    expect(newTotalAmount - oldTotalAmount).toBe(2000);
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 0 });
    const placed = await market.place(await market.price(cartId)).expect(201);
    expect(placed.body.payment.amount.amount).toBe(newTotalAmount);
  });

  it('F13: delivery that changed meanwhile is refused with both totals', async () => {
    const cartId = await market.fillCart([{ variantId: await market.shelve(cooperatives[0]!) }]);
    const checkoutId = await market.price(cartId);
    await market.database.query('update shipping.rate set price_amount = price_amount + 500');
    // Another process, which has read the new tariff.
    const elsewhere = await Market.open();
    const { body } = await elsewhere.place(checkoutId).expect(409);
    expect(body).toMatchObject({ code: 'price_changed' });
    expect(body.params.newTotalAmount - body.params.oldTotalAmount).toBe(500);
    const placed = await elsewhere.place(await elsewhere.price(cartId)).expect(201);
    expect(placed.body.payment.amount.amount).toBe(body.params.newTotalAmount);
    await elsewhere.close();
    await market.database.query('update shipping.rate set price_amount = price_amount - 500');
  });

  it('F13: a cart that was changed in another tab is refused, not ordered without the change', async () => {
    const variantId = await market.shelve(cooperatives[0]!);
    const cartId = await market.fillCart([{ variantId }]);
    const checkoutId = await market.price(cartId);
    await market.app.http.post(`/api/v1/carts/${cartId}/lines`).send({ variantId }).expect(201);
    const { body } = await market.place(checkoutId).expect(409);
    expect(body.code).toBe('price_changed');
    expect(body.params.newTotalAmount - body.params.oldTotalAmount).toBe(8900);
  });

  it('F24: what was withdrawn during checkout is named, the others are kept', async () => {
    const [stays, goes] = [await market.shelve(cooperatives[0]!), await market.shelve(cooperatives[1]!)];
    const cartId = await market.fillCart([{ variantId: stays }, { variantId: goes }]);
    const checkoutId = await market.price(cartId);
    await market.database.query(
      'update catalog.product set withdrawn_at = now() where id = (select product_id from catalog.variant where id = $1)',
      [goes],
    );
    const { body } = await market.place(checkoutId).expect(409);
    expect(body).toMatchObject({ code: 'catalog/not-for-sale', params: { variantIds: goes } });
    expect(await market.stock(stays)).toEqual({ onHand: 10, reserved: 0 });
  });

  it('names what is sold out, and takes nothing of the rest', async () => {
    const [enough, short] = [await market.shelve(cooperatives[0]!), await market.shelve(cooperatives[1]!)];
    const basket = [
      { variantId: enough, quantity: 2 },
      { variantId: short, quantity: 2 },
    ];
    const checkoutId = await market.checkout(basket);
    await market.database.query('update catalog.stock_level set on_hand = 1 where variant_id = $1', [short]);
    const { body } = await market.place(checkoutId).expect(409);
    expect(body).toMatchObject({ code: 'out_of_stock', params: { variantIds: short } });
    expect(await market.stock(enough)).toEqual({ onHand: 10, reserved: 0 });
  });

  it('refuses a checkout nobody has, and one whose 30 minutes are over', async () => {
    expect((await market.place(newId()).expect(404)).body.code).toBe('checkout/not-found');
    const checkoutId = await market.checkout([{ variantId: await market.shelve(cooperatives[0]!) }]);
    await market.database.query(`update checkout.checkout set expires_at = now() where id = $1`, [checkoutId]);
    expect((await market.place(checkoutId).expect(409)).body.code).toBe('checkout/expired');
  });

  it('F14: amounts, owners and states sent by the client are unknown', async () => {
    const checkoutId = await market.checkout([{ variantId: await market.shelve(cooperatives[0]!) }]);
    for (const extra of [{ total: { amount: 1, currency: 'MAD' } }, { accountId: newId() }, { status: 'confirmed' }]) {
      const { body } = await market.app.http
        .post('/api/v1/orders')
        .set('Idempotency-Key', idempotencyKey())
        .send({ checkoutId, ...extra })
        .expect(400);
      expect(body.code).toBe('unknown_property');
    }
    await market.app.http.post('/api/v1/orders').send({ checkoutId }).expect(400);
  });

  it('F49: is refused to a form of another site', async () => {
    const checkoutId = await market.checkout([{ variantId: await market.shelve(cooperatives[0]!) }]);
    const { body } = await market.place(checkoutId).set('Origin', 'https://evil.example').expect(403);
    expect(body.code).toBe('cross_site_request');
    await market.place(checkoutId).expect(201);
  });

  describe('by cash on delivery (§3.3)', () => {
    it('ends at 2,000 for a new phone and at 5,000 for a known one', async () => {
      const phone = newPhone();
      const dear = { variantId: await market.shelve(cooperatives[0]!, { amount: 100_000, stock: 50 }) };
      const refused = await market
        .place(await market.checkout([{ ...dear, quantity: 2 }], undefined, phone))
        .expect(409);
      expect(refused.body).toMatchObject({
        code: 'orders/cod-limit-exceeded',
        params: { limitAmount: 200_000, currency: 'MAD' },
      });
      const first = await market.order([dear], undefined, phone);
      await market.database.query(
        `update orders."order" set status = 'completed', confirmed_at = now(), cash_place = null where id = $1`,
        [first.id],
      );
      await market.order([{ ...dear, quantity: 4 }], undefined, phone);
      const above = await market.place(await market.checkout([{ ...dear, quantity: 5 }], undefined, phone)).expect(409);
      expect(above.body.params.limitAmount).toBe(500_000);
      await market.order([{ ...dear, quantity: 5 }], 'card', phone);
    });

    it('lets a phone have two open orders, also when three are placed at once', async () => {
      const phone = newPhone();
      const variantId = await market.shelve(cooperatives[0]!);
      const checkouts = await Promise.all([1, 2, 3].map(() => market.checkout([{ variantId }], undefined, phone)));
      const answers = await Promise.all(checkouts.map((id) => market.place(id)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused!.body.code).toBe('orders/cod-too-many-open');
      const placed = answers.find(({ status }) => status === 201)!.body;
      await market.cancel(placed).expect(200);
      await market.order([{ variantId }], undefined, phone);
    });

    it('ends after two refusals at the door in 90 days', async () => {
      const phone = newPhone();
      const variantId = await market.shelve(cooperatives[0]!);
      for (const _ of [1, 2]) {
        const placed = await market.order([{ variantId }], undefined, phone);
        await market.cancel(placed).expect(200);
        await market.database.query('update orders.sub_order set refused_at = now() where order_id = $1', [placed.id]);
      }
      const { body } = await market.place(await market.checkout([{ variantId }], undefined, phone)).expect(409);
      expect(body.code).toBe('orders/cod-refused-before');
      await market.database.query(`
        update orders.sub_order set refused_at = refused_at - interval '91 days' where refused_at is not null`);
      await market.order([{ variantId }], undefined, phone);
    });
  });
});

import { countStatements } from '@tiwizi/testing';
import { newId } from '@tiwizi/persistence';
import { Market } from '../testing/market.js';

describe('a cart', () => {
  let market: Market;
  beforeAll(async () => void (market = await Market.open()));
  afterAll(() => market.close());

  it('is opened empty, under a secret id', async () => {
    const [one, two] = [await market.openCart(), await market.openCart()];
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(one).not.toBe(two);
    expect(await market.cart(one)).toMatchObject({
      id: one,
      parcels: [],
      itemCount: 0,
      goods: { amount: 0, currency: 'MAD' },
      delivery: null,
      total: { amount: 0, currency: 'MAD' },
      address: null,
      orderNumber: null,
    });
  });

  it('is not found under any other id', async () => {
    const { body } = await market.app.http.get(`/api/v1/carts/${newId()}`).expect(404);
    expect(body.code).toBe('checkout/cart-not-found');
    const variantId = await market.shelve(await market.cooperative());
    const added = await market.add(newId(), variantId).expect(404);
    expect(added.body.code).toBe('checkout/cart-not-found');
    await market.deliver(newId()).expect(404);
    await market.price(newId()).expect(404);
  });

  it('adds a line in one statement, and adds up when asked again', async () => {
    const variantId = await market.shelve(await market.cooperative());
    const cartId = await market.openCart();
    const { result: first, statements } = await countStatements(() => market.add(cartId, variantId).expect(201));
    expect(first.body).toEqual({ lineId: expect.any(String), quantity: 1, itemCount: 1, isCapped: false });
    expect(statements.filter((text) => text.includes('checkout.'))).toHaveLength(1);
    expect(statements.length).toBeLessThanOrEqual(6);
    const second = await market.add(cartId, variantId, 3).expect(201);
    expect(second.body).toEqual({ lineId: first.body.lineId, quantity: 4, itemCount: 4, isCapped: false });
  });

  it('caps a quantity by what is left, and refuses what is sold out', async () => {
    const cooperativeId = await market.cooperative();
    const [few, none] = [
      await market.shelve(cooperativeId, { stock: 3 }),
      await market.shelve(cooperativeId, { stock: 0 }),
    ];
    const cartId = await market.openCart();
    expect((await market.add(cartId, few, 2).expect(201)).body).toMatchObject({ quantity: 2, isCapped: false });
    expect((await market.add(cartId, few, 2).expect(201)).body).toMatchObject({
      quantity: 3,
      itemCount: 3,
      isCapped: true,
    });
    const refused = await market.add(cartId, none).expect(409);
    expect(refused.body).toMatchObject({ code: 'out_of_stock', params: { variantIds: none } });
    expect((await market.cart(cartId)).itemCount).toBe(3);
  });

  it('sells a unique piece once per order', async () => {
    const cooperativeId = await market.cooperative();
    const product = await market.shelveProduct(
      cooperativeId,
      { title: { fr: 'Tapis' }, attributes: { unique_piece: true } },
      { measure: '200 × 120 cm', stock: 4 },
    );
    const cartId = await market.openCart();
    const { body } = await market.add(cartId, product.variants[0]!.id, 5).expect(201);
    expect(body).toMatchObject({ quantity: 1, isCapped: true });
  });

  it('refuses what nobody sells, and what is no longer sold', async () => {
    const cartId = await market.openCart();
    const unknown = await market.add(cartId, newId()).expect(404);
    expect(unknown.body.code).toBe('catalog/product-not-found');
    const variantId = await market.shelve(await market.cooperative());
    await market.withdraw(variantId);
    const gone = await market.add(cartId, variantId).expect(410);
    expect(gone.body.code).toBe('catalog/product-withdrawn');
  });

  it('takes no amounts, owners or nonsense from the client (F14, F45)', async () => {
    const variantId = await market.shelve(await market.cooperative());
    const cartId = await market.openCart();
    const lines = `/api/v1/carts/${cartId}/lines`;
    for (const extra of [{ price: { amount: 1, currency: 'MAD' } }, { priceAmount: 1 }, { cooperativeId: newId() }]) {
      const { body } = await market.app.http
        .post(lines)
        .send({ variantId, ...extra })
        .expect(400);
      expect(body.code).toBe('unknown_property');
    }
    for (const quantity of [0, -1, 1.5, 1000, '2', null]) {
      await market.app.http.post(lines).send({ variantId, quantity }).expect(400);
    }
    await market.app.http.post('/api/v1/carts/not-an-id/lines').send({ variantId }).expect(400);
    expect((await market.cart(cartId)).itemCount).toBe(0);
  });

  it('changes and removes lines, and refuses those of another cart', async () => {
    const cooperativeId = await market.cooperative();
    const [honey, oil] = [await market.shelve(cooperativeId), await market.shelve(cooperativeId, { stock: 4 })];
    const cartId = await market.openCart();
    await market.add(cartId, honey).expect(201);
    const { body: added } = await market.add(cartId, oil).expect(201);
    const line = `/api/v1/carts/${cartId}/lines/${added.lineId}`;
    const changed = await market.app.http.patch(line).send({ quantity: 9 }).expect(200);
    expect(changed.body.parcels[0].lines[1]).toMatchObject({ quantity: 4, notice: null, available: 4 });
    const foreign = `/api/v1/carts/${await market.openCart()}/lines/${added.lineId}`;
    expect((await market.app.http.patch(foreign).send({ quantity: 1 }).expect(404)).body.code).toBe(
      'checkout/line-not-found',
    );
    expect((await market.app.http.delete(foreign).expect(404)).body.code).toBe('checkout/line-not-found');
    const removed = await market.app.http.delete(line).expect(200);
    expect(removed.body).toMatchObject({ itemCount: 1, total: { amount: 8900 } });
    expect((await market.app.http.delete(line).expect(404)).body.code).toBe('checkout/line-not-found');
    await market.restock(honey, 0);
    const [parcel] = (await market.cart(cartId)).parcels;
    const soldOut = await market.app.http
      .patch(`/api/v1/carts/${cartId}/lines/${parcel!.lines[0]!.id}`)
      .send({ quantity: 2 })
      .expect(409);
    expect(soldOut.body.code).toBe('out_of_stock');
    await market.withdraw(honey);
    const withdrawn = await market.app.http
      .patch(`/api/v1/carts/${cartId}/lines/${parcel!.lines[0]!.id}`)
      .send({ quantity: 2 })
      .expect(409);
    expect(withdrawn.body.code).toBe('catalog/not-for-sale');
  });

  it('holds 200 lines and not one more, however many are added at once', async () => {
    const cooperativeId = await market.cooperative();
    const variants = await Promise.all(Array.from({ length: 204 }, () => market.shelve(cooperativeId)));
    const cartId = await market.openCart();
    for (const variantId of variants.slice(0, 196)) await market.add(cartId, variantId).expect(201);
    const last = await Promise.all(variants.slice(196).map((variantId) => market.add(cartId, variantId)));
    expect(last.filter(({ status }) => status === 201)).toHaveLength(4);
    const refused = last.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => body.code)).toEqual(Array(4).fill('checkout/cart-full'));
    expect((await market.cart(cartId)).itemCount).toBe(200);
    expect((await market.add(cartId, variants[0]!).expect(201)).body.quantity).toBe(2);
  });

  it('is in one currency', async () => {
    const cooperativeId = await market.cooperative();
    const [dirhams, euros] = [await market.shelve(cooperativeId), await market.shelve(cooperativeId)];
    const cartId = await market.openCart();
    await market.add(cartId, dirhams).expect(201);
    await market.database.query(`update catalog.variant set currency = 'EUR' where id = $1`, [euros]);
    expect((await market.add(cartId, euros).expect(409)).body.code).toBe('checkout/currency-mixed');
    await market.database.query(`update catalog.variant set currency = 'EUR' where id = $1`, [dirhams]);
    expect((await market.cart(cartId)).total).toEqual({ amount: 8900, currency: 'EUR' });
    await market.deliver(cartId).expect(200);
    expect((await market.price(cartId).expect(409)).body.code).toBe('checkout/currency-mixed');
  });

  it('stays as it was ordered, whatever is asked of it afterwards', async () => {
    const variantId = await market.shelve(await market.cooperative());
    const cartId = await market.openCart();
    const { body: line } = await market.add(cartId, variantId).expect(201);
    await market.deliver(cartId).expect(200);
    await market.database.query(`update checkout.cart set order_number = 'TZ-00000000' where id = $1`, [cartId]);
    const path = `/api/v1/carts/${cartId}/lines/${line.lineId}`;
    for (const request of [
      market.add(cartId, variantId),
      market.app.http.patch(path).send({ quantity: 2 }),
      market.app.http.delete(path),
      market.deliver(cartId),
      market.price(cartId),
    ]) {
      const { body } = await request.expect(409);
      expect(body).toMatchObject({ code: 'cart_already_ordered', params: { orderNumber: 'TZ-00000000' } });
    }
    expect(await market.cart(cartId)).toMatchObject({ itemCount: 1, orderNumber: 'TZ-00000000' });
  });

  it('is forgotten after 90 days, with its address, unless it was ordered', async () => {
    const [old, ordered, recent] = [await market.openCart(), await market.openCart(), await market.openCart()];
    await market.add(old, await market.shelve(await market.cooperative())).expect(201);
    await market.deliver(old).expect(200);
    await market.price(old).expect(201);
    await market.database.query(
      `update checkout.cart set created_at = now() - interval '91 days', updated_at = now() - interval '91 days',
         order_number = case when id = $2 then 'TZ-00000001' end
       where id in ($1, $2)`,
      [old, ordered],
    );
    await market.app.runScheduled('checkout/forget-carts');
    await market.app.http.get(`/api/v1/carts/${old}`).expect(404);
    await market.cart(ordered);
    await market.cart(recent);
  });

  it('counts every one of many additions at once', async () => {
    const variantId = await market.shelve(await market.cooperative(), { stock: 100 });
    const cartId = await market.openCart();
    await Promise.all(Array.from({ length: 20 }, () => market.add(cartId, variantId).expect(201)));
    const [parcel] = (await market.cart(cartId)).parcels;
    expect(parcel!.lines).toHaveLength(1);
    expect(parcel!.lines[0]).toMatchObject({ quantity: 20, total: { amount: 20 * 8900 } });
  });
});

describe('the view of a cart', () => {
  let market: Market;
  beforeAll(async () => void (market = await Market.open()));
  afterAll(() => market.close());

  it('is read in one statement, whatever it holds, and groups by cooperative', async () => {
    const [first, second] = [await market.cooperative(), await market.cooperative({ provinceId: 'MA-TAT' })];
    const variants = [await market.shelve(first), await market.shelve(second), await market.shelve(first)];
    const cartId = await market.openCart();
    for (const variantId of variants) await market.add(cartId, variantId, 2).expect(201);
    const { result: cart, statements } = await countStatements(() => market.cart(cartId));
    expect(statements).toHaveLength(1);
    expect(cart.parcels.map(({ cooperative, lines }) => [cooperative.id, lines.length])).toEqual([
      [first, 2],
      [second, 1],
    ]);
    expect(cart.parcels[0]).toMatchObject({ goods: { amount: 35_600 }, weightGrams: 1600, delivery: null });
    expect(cart.total).toEqual({ amount: 53_400, currency: 'MAD' });
  });

  it('speaks the reader’s language, and says in which one a text really is', async () => {
    const cooperativeId = await market.cooperative();
    const cartId = await market.openCart();
    await market.add(cartId, await market.shelve(cooperativeId)).expect(201);
    await market.deliver(cartId).expect(200);
    const arabic = await market.cart(cartId, 'ar');
    expect(arabic.parcels[0]!.lines[0]!.title).toEqual({ locale: 'ar', text: 'عسل الزعتر' });
    expect(arabic.address!.city.locale).toBe('ar');
    expect(arabic.parcels[0]!.delivery!.latestText).toMatch(
      /^(الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)، \d/,
    );
    const amazigh = await market.cart(cartId, 'zgh');
    expect(amazigh.parcels[0]!.lines[0]!.title).toEqual({ locale: 'fr', text: 'Miel de thym' });
    const french = await market.cart(cartId, 'fr');
    expect(french.parcels[0]!.delivery!.latestText).toMatch(/^\S+ \S+ \S+ 20\d\d$/);
  });

  it('states on the line what changed since it was added', async () => {
    const cooperativeId = await market.cooperative();
    const shelve = () => market.shelve(cooperativeId);
    const [same, dearer, fewer, gone, out] = await Promise.all([shelve(), shelve(), shelve(), shelve(), shelve()]);
    const cartId = await market.openCart();
    for (const variantId of [same, dearer, fewer, gone, out]) await market.add(cartId, variantId!, 5).expect(201);
    await market.reprice(dearer!, 9900);
    await market.restock(fewer!, 2);
    await market.withdraw(gone!);
    await market.restock(out!, 0);
    const cart = await market.cart(cartId);
    const notices = new Map(cart.parcels[0]!.lines.map((line) => [line.variantId, line]));
    expect(notices.get(same!)).toMatchObject({ notice: null, quantity: 5, total: { amount: 44_500 } });
    expect(notices.get(dearer!)).toMatchObject({
      notice: 'price-changed',
      price: { amount: 9900 },
      priceWhenAdded: { amount: 8900 },
      total: { amount: 49_500 },
    });
    expect(notices.get(fewer!)).toMatchObject({ notice: 'quantity-reduced', quantity: 2, total: { amount: 17_800 } });
    expect(notices.get(gone!)).toMatchObject({
      notice: 'withdrawn',
      title: { text: 'Miel de thym' },
      total: { amount: 0 },
      available: 0,
    });
    expect(notices.get(out!)).toMatchObject({ notice: 'sold-out', quantity: 5, total: { amount: 0 }, available: 0 });
    expect(cart.goods.amount).toBe(44_500 + 49_500 + 17_800);
  });

  it('still names what a cooperative that stopped selling had offered', async () => {
    const cooperativeId = await market.cooperative();
    const variantId = await market.shelve(cooperativeId);
    const cartId = await market.openCart();
    await market.add(cartId, variantId).expect(201);
    await market.database.query(
      `update cooperatives.cooperative set verification = 'suspended', refusal_reason = 'papers' where id = $1`,
      [cooperativeId],
    );
    const [parcel] = (await market.cart(cartId)).parcels;
    expect(parcel).toMatchObject({ cooperative: { id: cooperativeId, isVerified: false }, total: { amount: 0 } });
    expect(parcel!.lines[0]!.notice).toBe('withdrawn');
  });
});

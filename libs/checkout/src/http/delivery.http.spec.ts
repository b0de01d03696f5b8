import { countStatements } from '@tiwizi/testing';
import { newId } from '@tiwizi/persistence';
import { address, Market } from '../testing/market.js';

describe('delivery of a cart', () => {
  let market: Market;
  let cartId: string;
  let cooperatives: string[];
  beforeAll(async () => {
    market = await Market.open();
    cooperatives = [await market.cooperative(), await market.cooperative({ provinceId: 'MA-CAS' })];
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    cartId = await market.openCart();
    for (const cooperativeId of cooperatives) {
      await market.add(cartId, await market.shelve(cooperativeId)).expect(201);
    }
  });

  it('keeps a clean address, the phone in international form, the city in the reader’s language', async () => {
    const { body } = await market.deliver(cartId, { name: '  Itto  ', note: 'Après 17 h' }).expect(200);
    expect(body.address).toMatchObject({
      name: 'Itto',
      phone: '+212612345678',
      note: 'Après 17 h',
      provinceId: 'MA-CAS',
    });
    expect(body.address.city.text).toMatch(/casablanca/i);
    expect((await market.cart(cartId)).address).toEqual(body.address);
  });

  it('takes the cheapest way for each parcel, and the sums agree to the centime (CART-1)', async () => {
    const { result, statements } = await countStatements(() => market.deliver(cartId).expect(200));
    expect(statements.length).toBeLessThanOrEqual(3);
    const again = await countStatements(() => market.deliver(cartId).expect(200));
    expect(again.statements).toHaveLength(2);
    const { parcels, goods, delivery, total } = result.body;
    for (const parcel of parcels) {
      expect(parcel.delivery.price.amount).toBeGreaterThan(0);
      expect(parcel.total.amount).toBe(parcel.goods.amount + parcel.delivery.price.amount);
      expect(parcel.delivery.earliest <= parcel.delivery.latest).toBe(true);
    }
    const sum = parcels.reduce((all: number, parcel: { total: { amount: number } }) => all + parcel.total.amount, 0);
    expect(total.amount).toBe(sum);
    expect(total.amount).toBe(goods.amount + delivery.amount);
  });

  it('offers the options of every parcel at once, and takes the one chosen', async () => {
    const options = await market.app.http.get(`/api/v1/carts/${cartId}/delivery-options?provinceId=MA-CAS`).expect(200);
    expect(options.body.parcels).toHaveLength(2);
    const [first] = options.body.parcels;
    const dearest = first.options.at(-1);
    expect(first.options.length).toBeGreaterThan(1);
    expect(dearest.price.amount).toBeGreaterThanOrEqual(first.options[0].price.amount);
    const choice = { cooperativeId: first.cooperativeId, optionId: dearest.id };
    const { body } = await market.deliver(cartId, {}, [choice]).expect(200);
    expect(body.parcels[0].delivery).toMatchObject({ id: dearest.id, price: dearest.price });
    const again = await market.app.http.get(`/api/v1/carts/${cartId}/delivery-options`).expect(200);
    expect(again.body).toEqual(options.body);
  });

  it('refuses each fault at its field', async () => {
    const refused = await market.deliver(cartId, { phone: '12 34 56', name: 'A\u202eB' }).expect(400);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ path: 'address.name', code: 'text/direction-controls' }),
      expect.objectContaining({ path: 'address.phone', code: 'checkout/invalid-phone' }),
    ]);
    const short = await market.deliver(cartId, { phone: '0512' }).expect(400);
    expect(short.body.errors).toEqual([
      expect.objectContaining({ path: 'address.phone', code: 'checkout/invalid-phone' }),
    ]);
    const nowhere = await market.deliver(cartId, { provinceId: 'MA-XXX' }).expect(400);
    expect(nowhere.body.errors).toEqual([
      expect.objectContaining({ path: 'address.provinceId', code: 'checkout/unknown-province' }),
    ]);
    for (const choice of [
      { cooperativeId: cooperatives[0]!, optionId: 'by-camel' },
      { cooperativeId: newId(), optionId: 'home' },
    ]) {
      const { body } = await market.deliver(cartId, {}, [choice]).expect(400);
      expect(body.errors).toEqual([
        expect.objectContaining({ path: 'choices.0.optionId', code: 'checkout/unknown-delivery-option' }),
      ]);
    }
    expect((await market.cart(cartId)).address).toBeNull();
    const withPrice = { address: { ...address, deliveryAmount: 0 } };
    const unknown = await market.app.http.put(`/api/v1/carts/${cartId}/delivery`).send(withPrice).expect(400);
    expect(unknown.body.code).toBe('unknown_property');
  });

  it('lists no options before it knows where to, nor to nowhere', async () => {
    const options = `/api/v1/carts/${cartId}/delivery-options`;
    expect((await market.app.http.get(options).expect(409)).body.code).toBe('checkout/address-required');
    const nowhere = await market.app.http.get(`${options}?provinceId=MA-XXX`).expect(400);
    expect(nowhere.body.errors[0]).toMatchObject({ path: 'provinceId', code: 'checkout/unknown-province' });
  });
});

describe('delivery of one piece, before there is a cart', () => {
  let market: Market;
  beforeAll(async () => void (market = await Market.open()));
  afterAll(() => market.close());

  it('is estimated for a product by id or slug (PROD-3)', async () => {
    const product = await market.shelveProduct(await market.cooperative());
    const estimate = (idOrSlug: string, query: string) =>
      market.app.http.get(`/api/v1/products/${idOrSlug}/delivery?${query}`);
    const { body } = await estimate(product.slug, 'provinceId=MA-CAS&locale=fr').expect(200);
    expect(body.options.length).toBeGreaterThan(1);
    expect(body.options[0].price.amount).toBeLessThanOrEqual(body.options[1].price.amount);
    const byId = await estimate(product.id, `provinceId=MA-CAS&locale=fr&variantId=${product.variants[0]!.id}`).expect(
      200,
    );
    expect(byId.body).toEqual(body);
    expect((await estimate('nothing-here', 'provinceId=MA-CAS').expect(404)).body.code).toBe(
      'catalog/product-not-found',
    );
    const nowhere = await estimate(product.slug, 'provinceId=MA-XXX').expect(400);
    expect(nowhere.body.errors[0]).toMatchObject({ path: 'provinceId', code: 'checkout/unknown-province' });
  });
});

describe('a priced checkout', () => {
  let market: Market;
  let cooperativeId: string;
  beforeAll(async () => {
    market = await Market.open();
    cooperativeId = await market.cooperative();
  });
  afterAll(() => market.close());

  it('holds the prices for 30 minutes and says what will be charged', async () => {
    const cartId = await market.openCart();
    await market.add(cartId, await market.shelve(cooperativeId), 2).expect(201);
    const { body: cart } = await market.deliver(cartId).expect(200);
    const { body } = await market.price(cartId).expect(201);
    expect(body).toMatchObject({ cartId, paymentMethod: 'cash-on-delivery', total: cart.total });
    expect(body.cart.parcels).toEqual(cart.parcels);
    const minutes = (new Date(body.expiresAt).getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it('takes a quantity as the stock has cut it', async () => {
    const variantId = await market.shelve(cooperativeId);
    const cartId = await market.openCart();
    await market.add(cartId, variantId, 5).expect(201);
    await market.deliver(cartId).expect(200);
    await market.restock(variantId, 2);
    const { body } = await market.price(cartId).expect(201);
    expect(body.cart.parcels[0].lines[0]).toMatchObject({ quantity: 2, notice: 'quantity-reduced' });
    expect((await market.cart(cartId)).parcels[0]!.lines[0]).toMatchObject({ quantity: 2, notice: null });
  });

  it('refuses an empty cart, one without address, and names lines that cannot be had (F24)', async () => {
    const cartId = await market.openCart();
    expect((await market.price(cartId).expect(409)).body.code).toBe('checkout/cart-empty');
    const [stays, goes] = [await market.shelve(cooperativeId), await market.shelve(cooperativeId)];
    await market.add(cartId, stays).expect(201);
    await market.add(cartId, goes).expect(201);
    expect((await market.price(cartId).expect(409)).body.code).toBe('checkout/address-required');
    await market.deliver(cartId).expect(200);
    await market.restock(goes, 0);
    const out = await market.price(cartId).expect(409);
    expect(out.body).toMatchObject({ code: 'out_of_stock', params: { variantIds: goes } });
    await market.withdraw(goes);
    const gone = await market.price(cartId).expect(409);
    expect(gone.body).toMatchObject({ code: 'catalog/not-for-sale', params: { variantIds: goes } });
    expect((await market.cart(cartId)).parcels[0]!.lines).toHaveLength(2);
  });

  it('takes no amounts from the client (F14)', async () => {
    const cartId = await market.openCart();
    const { body } = await market.app.http
      .post('/api/v1/checkouts')
      .send({ cartId, paymentMethod: 'card', total: { amount: 1, currency: 'MAD' } })
      .expect(400);
    expect(body.code).toBe('unknown_property');
  });
});

import { Market } from '../testing/market.js';

let serial = 0;

describe('services in a cart', () => {
  let market: Market;
  let cooperativeId: string;
  beforeAll(async () => {
    market = await Market.open();
    cooperativeId = await market.cooperative();
  });
  afterAll(() => market.close());

  const workshop = async () => {
    const { variants } = await market.shelveProduct(cooperativeId, {
      categoryId: 'workshops',
      slug: `atelier-${(serial += 1)}`,
    });
    return variants[0]!.id;
  };
  const filled = async (...variantIds: string[]) => {
    const cartId = await market.openCart();
    for (const variantId of variantIds) await market.add(cartId, variantId).expect(201);
    return cartId;
  };

  it('are had on site: nothing is paid for delivery, no day is promised, and the price holds', async () => {
    const cartId = await filled(await workshop());
    const { body } = await market.deliver(cartId).expect(200);
    const [parcel] = body.parcels;
    expect(parcel).toMatchObject({ weightGrams: 0, total: parcel.goods });
    expect(parcel.delivery).toEqual({
      id: 'on-site',
      nameKey: 'delivery.on-site',
      price: { amount: 0, currency: 'MAD' },
      earliest: null,
      latest: null,
      earliestText: null,
      latestText: null,
    });
    expect(body.delivery).toEqual({ amount: 0, currency: 'MAD' });
    const held = await market.price(cartId, 'card').expect(201);
    expect(held.body.total).toEqual(body.total);
  });

  it('are never paid in cash: no courier comes who would take it', async () => {
    const cartId = await filled(await workshop());
    const { body: cart } = await market.deliver(cartId).expect(200);
    expect(cart.mayPayCash).toBe(false);
    const refused = await market.price(cartId, 'cash-on-delivery').expect(409);
    expect(refused.body.code).toBe('checkout/cash-not-on-site');
    const honey = await filled(await market.shelve(cooperativeId), await workshop());
    expect((await market.deliver(honey).expect(200)).body.mayPayCash).toBe(true);
    await market.price(honey, 'cash-on-delivery').expect(201);
  });

  it('are not what goods become that are sold out', async () => {
    const honey = await market.shelve(cooperativeId);
    const cartId = await filled(honey);
    await market.restock(honey, 0);
    const { body } = await market.deliver(cartId).expect(200);
    expect(body.parcels[0].delivery?.id).not.toBe('on-site');
    expect(body.mayPayCash).toBe(true);
  });

  it('weigh nothing beside goods of the same cooperative, which travel as ever', async () => {
    const honey = await market.shelve(cooperativeId);
    const alone = await market.deliver(await filled(honey)).expect(200);
    const both = await market.deliver(await filled(honey, await workshop())).expect(200);
    expect(both.body.parcels).toHaveLength(1);
    expect(both.body.parcels[0]).toMatchObject({
      weightGrams: alone.body.parcels[0].weightGrams,
      delivery: alone.body.parcels[0].delivery,
    });
  });

  it('are estimated like that before there is a cart', async () => {
    const { slug } = await market.shelveProduct(cooperativeId, { categoryId: 'rural-stays', slug: 'nuit-en-gite' });
    const { body } = await market.app.http.get(`/api/v1/products/${slug}/delivery?provinceId=MA-CAS`).expect(200);
    expect(body.options).toMatchObject([{ id: 'on-site', price: { amount: 0 }, latest: null }]);
    const product = await market.app.http.get(`/api/v1/products/${slug}`).expect(200);
    expect(product.body.kind).toBe('service');
  });
});

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
    const held = await market.price(cartId).expect(201);
    expect(held.body.total).toEqual(body.total);
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

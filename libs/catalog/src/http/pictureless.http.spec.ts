import { eventually } from '@tiwizi/testing';
import { cooperative, product, Shop } from '../testing/shop.js';
import { Workspace } from '../testing/workspace.js';

describe('a product with a drawn picture only', () => {
  let shop: Shop;
  let desk: Workspace;

  beforeAll(async () => {
    shop = await Shop.open({ worker: true });
    const own = cooperative();
    await shop.register(own);
    desk = new Workspace(shop, own);
  });
  afterAll(() => shop.close());

  it('is changed without a photograph, and is online meanwhile; once it had one, it needs one', async () => {
    const imported = product(desk.cooperative.id);
    await shop.publish(imported);
    const variants = imported.variants.map(({ id, sku, stock, weightGrams }) => ({
      id,
      sku,
      stock,
      weightGrams,
      price: { amount: 7700, currency: 'MAD' as const },
    }));
    await desk.edit(imported.id, { variants });
    const online = (await desk.request('get', '/products?status=online').expect(200)).body.items;
    expect(online).toContainEqual(expect.objectContaining({ id: imported.id, status: 'draft', isLive: true }));
    expect((await desk.submit(imported.id)).status).toBe('pending');
    const photograph = await desk.photograph();
    await desk.edit(imported.id, { imageIds: [photograph] });
    await desk.submit(imported.id);
    await desk.decide(imported.id);
    await eventually(async () => expect((await desk.show(imported.id)).status).toBe('online'));
    // Buyers have seen it with a photograph now.
    await desk.edit(imported.id, { imageIds: [] });
    const { body } = await desk.request('post', `/products/${imported.id}/submit`).expect(400);
    expect(body.errors).toMatchObject([{ path: 'imageIds', code: 'catalog/photo-required' }]);
  });
});

import { ListProducts, ProductDetail } from '@tiwizi/contracts';
import type { RegistryRow } from '@tiwizi/cooperatives';
import { countStatements, eventually, type TestApp } from '@tiwizi/testing';
import { cooperative, product, Shop, variant } from '../testing/shop.js';
import { Workspace } from '../testing/workspace.js';

const cutLines = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'tiwizi-changes'`;

describe('what two processes keep of the catalogue', () => {
  let shop: Shop;
  let other: Shop;
  let seller: Workspace;
  const [tifaouine, ayour] = [cooperative(), cooperative()];
  const unit = variant({ stock: 10 });
  const honey = product(tifaouine.id, { variants: [unit] });
  const saffron = product(ayour.id, { categoryId: 'saffron' });

  beforeAll(async () => {
    [shop, other] = await Promise.all([Shop.open({ worker: true }), Shop.open()]);
    await shop.register(tifaouine, ayour);
    await shop.publish(honey, saffron);
    seller = new Workspace(shop, tifaouine);
  });
  afterAll(() => Promise.all([shop.close(), other.close()]));

  const read = async (app: TestApp, path: string) => (await app.http.get(`/api/v1${path}`)).body;
  const shown = async ({ app }: Shop, slug: string) => ProductDetail.parse(await read(app, `/products/${slug}`));
  const listed = async ({ app }: Shop, query: string) =>
    ListProducts.response.parse(await read(app, `/products?${query}`)).items;

  const unaffected = [`/products/${saffron.slug}`, '/products?category=saffron', `/products?cooperative=${ayour.slug}`];
  /** Asked before and after a change: the second time nothing is read. */
  async function staysKept(paths: readonly string[], change: () => Promise<void>): Promise<void> {
    const askAll = () => Promise.all([shop, other].flatMap(({ app }) => paths.map((path) => read(app, path))));
    await eventually(async () => {
      await askAll();
      expect((await countStatements(askAll)).statements.filter((text) => text.includes('catalog.'))).toEqual([]);
    });
    await change();
    expect((await countStatements(askAll)).statements.filter((text) => text.includes('catalog.'))).toEqual([]);
  }
  const inBoth = (check: (one: Shop) => Promise<void>) =>
    eventually(async () => {
      await check(shop);
      await check(other);
    }, 2000);

  it('shows a new price at once in both, and keeps what it does not touch', async () => {
    await inBoth(async (one) => expect((await shown(one, honey.slug)).variants[0]?.price.amount).toBe(8900));
    await staysKept(unaffected, async () => {
      const dearer = {
        ...honey,
        version: 2,
        variants: [{ ...unit, price: { amount: 9900, currency: 'MAD' as const } }],
      };
      await shop.publish(dearer);
      await inBoth(async (one) => {
        expect((await shown(one, honey.slug)).variants[0]?.price.amount).toBe(9900);
        expect((await listed(one, 'category=honey'))[0]?.price.amount).toBe(9900);
        expect((await listed(one, 'limit=24'))[1]?.price.amount).toBe(9900);
      });
    });
  });

  it('shows at once that the last piece is gone, and what was counted again', async () => {
    await staysKept(unaffected, async () => {
      await seller.request('put', `/products/${honey.id}/stock`, { variantId: unit.id, onHand: 0 }).expect(200);
      await inBoth(async (one) => {
        expect((await shown(one, honey.slug)).availability).toBe('sold-out');
        expect((await listed(one, `cooperative=${tifaouine.slug}`))[0]?.availability).toBe('sold-out');
      });
    });
    await seller.request('put', `/products/${honey.id}/stock`, { variantId: unit.id, onHand: 3 }).expect(200);
    await inBoth(async (one) => expect(await shown(one, honey.slug)).toMatchObject({ stockLeft: 3 }));
  });

  it('shows a new product in its category at once, and leaves other categories alone', async () => {
    const thyme = product(tifaouine.id);
    await inBoth(async (one) => expect(await listed(one, 'category=honey')).toHaveLength(1));
    await staysKept(unaffected, async () => {
      await shop.publish(thyme);
      await inBoth(async (one) => {
        expect((await listed(one, 'category=honey')).map(({ id }) => id)).toEqual([thyme.id, honey.id]);
        expect((await listed(one, 'category=food')).map(({ id }) => id)).toContain(thyme.id);
      });
    });
    await seller.request('delete', `/products/${thyme.id}`).expect(200);
    await inBoth(async (one) => expect(await listed(one, 'category=honey')).toHaveLength(1));
  });

  it('hides a suspended cooperative at once, and shows it again', async () => {
    const decide = (decision: 'suspend' | 'verify') => decideOn(shop, tifaouine, decision);
    await staysKept(unaffected, async () => {
      await decide('suspend');
      await inBoth(async (one) => {
        await one.app.http.get(`/api/v1/products/${honey.slug}`).expect(410);
        await one.app.http.get(`/api/v1/cooperatives/${tifaouine.slug}`).expect(404);
        expect(await listed(one, 'category=honey')).toEqual([]);
        expect((await listed(one, 'limit=24')).map(({ id }) => id)).toEqual([saffron.id]);
      });
    });
    await decide('verify');
    await inBoth(async (one) => {
      await one.app.http.get(`/api/v1/products/${honey.slug}`).expect(200);
      expect(await listed(one, 'category=honey')).toHaveLength(1);
    });
  });

  it('never shows what was taken back, and drops everything after its line was cut', async () => {
    const change = `update catalog.variant set price_amount = 7700 where id = $1`;
    await inBoth(async (one) => expect((await shown(one, honey.slug)).variants[0]?.price.amount).toBe(9900));
    // Behind the events' back: only a process that lost its line looks again.
    await shop.database.query(change, [unit.id]);
    expect((await shown(other, honey.slug)).variants[0]?.price.amount).toBe(9900);
    await shop.database.query(cutLines);
    await inBoth(async (one) => expect((await shown(one, honey.slug)).variants[0]?.price.amount).toBe(7700));
  });
});

/** As an administrator does. */
async function decideOn({ app }: Shop, { id }: RegistryRow, decision: 'suspend' | 'verify'): Promise<void> {
  await app.http
    .post(`/api/v1/admin/cooperatives/${id}/decision`)
    .set('Origin', app.settings.publicUrl)
    .set('Cookie', app.signIn({ roles: ['admin'] }))
    .send({ decision, reason: 'Documents' })
    .expect(200);
}

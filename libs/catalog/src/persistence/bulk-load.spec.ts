import { newId } from '@tiwizi/persistence';
import { cooperative, product, Shop } from '../testing/shop.js';

describe('loading many new products', () => {
  let shop: Shop;
  const [seller, waiting] = [cooperative(), cooperative({ verification: 'submitted', verificationLevel: 1 })];

  beforeAll(async () => {
    shop = await Shop.open();
    await shop.register(seller, waiting);
  });

  afterAll(() => shop.close());

  const load = (...products: ReturnType<typeof product>[]) =>
    shop.database.transaction((tx) => shop.catalog.loadPublished(tx, products));

  /** Every table's rows about a product, without ids and moments of writing. */
  async function rowsOf({ id }: { id: string }): Promise<Record<string, unknown>> {
    const about: Record<string, string> = {
      listing: 'id = $1',
      product: 'id = $1',
      product_version: 'product_id = $1',
      variant: 'product_id = $1',
      stock_level: 'variant_id in (select id from catalog.variant where product_id = $1)',
      stock_movement: 'variant_id in (select id from catalog.variant where product_id = $1)',
      shelf: 'product_id = $1',
    };
    const own = ['id', 'product_id', 'variant_id', 'slug', 'sku', 'at'];
    const rows = Object.entries(about).map(async ([table, condition]) => {
      const found = await shop.database.query<{ row: string }>(
        `select (to_jsonb(t) - $2::text[])::text as row from catalog.${table} t where ${condition} order by 1`,
        [id, [...own, ...(table === 'product_version' ? ['published_at'] : [])]],
      );
      return [table, found.map(({ row }) => row.replaceAll(id, 'this'))] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  it.each([
    ['goods in two sizes', seller, {}],
    ['goods of a cooperative that may not sell yet', waiting, {}],
    [
      'a unique piece with odd letters',
      seller,
      {
        categoryId: 'rugs-knotted',
        title: { fr: 'Tapis « Azilal »\t\\N {1,2}', ar: 'زربية\nأزيلال' },
        attributes: { unique_piece: true, material: 'a "b" \\ c', allergens: [] },
        labelIds: ['a "quoted" one', 'b\\c'],
      },
    ],
  ] satisfies [string, typeof seller, Parameters<typeof product>[1]][])(
    'writes what a publication writes: %s',
    async (_what, { id: cooperativeId }, changes) => {
      const [one, other] = [1, 2].map(() => product(cooperativeId, changes));
      if (!one || !other) throw new Error('two products were made');
      const twin = {
        ...other,
        publishedAt: one.publishedAt,
        variants: other.variants.map((variant, place) => ({
          ...variant,
          id: newId(),
          sku: `${one.variants[place]?.sku}-twin`,
        })),
      };
      await shop.publish(one);
      await load(twin);
      const withoutIds = (rows: Record<string, unknown>) =>
        JSON.stringify(rows)
          .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
          .replace(/MIEL-\d+(-twin)?/g, 'sku');
      expect(withoutIds(await rowsOf(twin))).toBe(withoutIds(await rowsOf(one)));
    },
  );

  it('counts the shelves', async () => {
    const countOf = async () =>
      (
        await shop.database.query<{ count: number }>(
          `select product_count as count from catalog.category where id = 'honey'`,
        )
      )[0]?.count ?? 0;
    const before = await countOf();
    await load(...[1, 2, 3].map(() => product(seller.id)));
    expect(await countOf()).toBe(before + 3);
  });

  it('refuses a product that is there, and everything that came with it', async () => {
    const [known, fresh] = [product(seller.id), product(seller.id)];
    await load(known);
    await expect(load(fresh, known)).rejects.toMatchObject({ code: '23505' });
    expect((await rowsOf(fresh))['listing']).toEqual([]);
    await load(fresh);
    expect((await rowsOf(fresh))['listing']).toHaveLength(1);
  });

  it('refuses a category that takes no products', async () => {
    await expect(load(product(seller.id, { categoryId: 'food' }))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

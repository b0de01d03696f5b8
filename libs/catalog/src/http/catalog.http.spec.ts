import { ListCategories, ListProducts, ShowProduct } from '@tiwizi/contracts';
import { Cursors } from '@tiwizi/persistence';
import { countStatements } from '@tiwizi/testing';
import { cooperative, product, Shop, variant } from '../testing/shop.js';

describe('the public catalogue', () => {
  let shop: Shop;
  const tifaouine = cooperative();
  const suspended = cooperative({ verification: 'documents-missing', verificationLevel: 0 });
  const honeys = Array.from({ length: 5 }, () => product(tifaouine.id));
  const rug = product(tifaouine.id, {
    slug: 'tapis-unique',
    categoryId: 'rugs-knotted',
    title: { zgh: 'ⵜⴰⵣⵔⴱⵉⵢⵜ' },
    attributes: { unique_piece: true, dye: 'natural', length_cm: 240 },
    variants: [variant({ stock: 1, measure: '180x240 cm' })],
  });
  const unseen = product(suspended.id);

  beforeAll(async () => {
    shop = await Shop.open();
    await shop.register(tifaouine, suspended);
    await shop.publish(...honeys, rug, unseen);
  });
  afterAll(() => shop.close());

  const get = (path: string) => shop.app.http.get(`/api/v1${path}`);

  it('shows the whole tree with counts of what buyers can see, parents before children', async () => {
    const { body } = await get('/categories?locale=zgh').expect(200);
    const { categories } = ListCategories.response.parse(body);
    expect(categories).toHaveLength(93);
    const count = (id: string) => categories.find((category) => category.id === id)?.productCount;
    expect([count('food'), count('hive'), count('honey'), count('rugs-knotted'), count('saffron')]).toEqual([
      5, 5, 5, 1, 0,
    ]);
    const seen = new Set<string | null>([null]);
    for (const { id, parentId } of categories) {
      expect(seen.has(parentId)).toBe(true);
      seen.add(id);
    }
    // Its Amazigh name is not attested: French is shown, and says so.
    expect(categories.find(({ id }) => id === 'hive')?.name.locale).toBe('fr');
  });

  it('lists newest first, page after page, in one statement each', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/products?limit=2${cursor && `&cursor=${cursor}`}`;
      const { result, statements } = await countStatements(() => get(path).expect(200));
      expect(statements).toHaveLength(1);
      const page = ListProducts.response.parse(result.body);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([rug, ...honeys.toReversed()].map(({ id }) => id));
  });

  it('says price, measure, what is left and the drawing where there is no photograph', async () => {
    const { body } = await get('/products?locale=fr&category=crafts').expect(200);
    expect(body.items).toEqual([
      {
        id: rug.id,
        slug: 'tapis-unique',
        title: { locale: 'zgh', text: 'ⵜⴰⵣⵔⴱⵉⵢⵜ' },
        picture: {
          url: `/pictures/products/carpet/${rug.id}.svg`,
          srcset: null,
          width: 960,
          height: 720,
          isGenerated: true,
          alt: null,
        },
        cooperative: {
          id: tifaouine.id,
          slug: tifaouine.slug,
          name: { locale: 'fr', text: tifaouine.name.fr },
          place: { locale: 'fr', text: 'Imouzzer' },
          isVerified: true,
          emblem: `/pictures/cooperatives/${tifaouine.slug}.svg`,
        },
        price: { amount: 8900, currency: 'MAD' },
        measure: '180x240 cm',
        variantCount: 1,
        availability: 'low',
        stockLeft: 1,
        categoryId: 'rugs-knotted',
        craft: 'carpet',
        regionId: 'MA-09',
      },
    ]);
  });

  it('filters by category with everything below it, by cooperative, and by both', async () => {
    const total = async (query: string) => (await get(`/products?limit=100&${query}`).expect(200)).body.items.length;
    expect(await total('category=food')).toBe(5);
    expect(await total(`cooperative=${tifaouine.slug}`)).toBe(6);
    expect(await total(`cooperative=${tifaouine.id}&category=textile`)).toBe(1);
    expect(await total(`cooperative=${suspended.slug}`)).toBe(0);
    expect(await total('cooperative=nobody')).toBe(0);
  });

  it('refuses what is no list: unknown category, forged cursor, senseless page sizes (F65)', async () => {
    const { body } = await get('/products?category=constructor').expect(404);
    expect(body.code).toBe('catalog/category-not-found');
    expect((await get('/products?cursor=AAAA').expect(400)).body.code).toBe('invalid_cursor');
    for (const limit of ['0', '-1', '1e9', 'x', '101', '2.5']) await get(`/products?limit=${limit}`).expect(400);
    await get('/products?limit=1&limit=2').expect(400);
    const cursors = shop.app.get(Cursors);
    for (const foreign of [['soon', rug.id], ['2026-01-01 00:00:00+00', 'x'], [rug.id], [], [1, 2]]) {
      const { body: refused } = await get(`/products?cursor=${cursors.encode('catalog/products', foreign)}`).expect(
        400,
      );
      expect(refused.code).toBe('invalid_cursor');
    }
  });

  it('shows one product by slug or id in one statement, in the language asked for', async () => {
    const [honey] = honeys;
    if (!honey) throw new Error('no honey');
    const { result, statements } = await countStatements(() => get(`/products/${honey.slug}?locale=ar`).expect(200));
    expect(statements).toHaveLength(1);
    const detail = ShowProduct.response.parse(result.body);
    expect(detail).toMatchObject({
      id: honey.id,
      title: { locale: 'ar', text: 'عسل الزعتر' },
      description: { locale: 'fr', text: 'Récolté à la main.' },
      kind: 'stock',
      availability: 'in-stock',
      stockLeft: null,
      translations: ['fr', 'ar'],
      attributes: expect.arrayContaining([
        { key: 'origin_commune', value: 'Imouzzer', unit: null },
        { key: 'harvest_year', value: '2026', unit: null },
        { key: 'allergens', value: 'pollen, wax', unit: null },
      ]),
      cooperativeDetails: { memberCount: 12, womenCount: 12, foundedYear: 2017, isWomenLed: true, story: null },
    });
    expect(detail.breadcrumb.map(({ id }) => id)).toEqual(['food', 'hive', 'honey']);
    expect(detail.variants.map(({ options, unitPrice }) => [options, unitPrice])).toEqual([
      [[{ axis: 'weight', value: '250 g' }], { price: { amount: 35_600, currency: 'MAD' }, per: 'kg' }],
      [[{ axis: 'weight', value: '500 g' }], { price: { amount: 33_000, currency: 'MAD' }, per: 'kg' }],
    ]);
    expect((await get(`/products/${honey.id}?locale=ar`).expect(200)).body).toEqual(result.body);
  });

  it('says what became of a product that cannot be bought: never heard of, or no longer for sale', async () => {
    expect((await get('/products/nothing-of-the-kind').expect(404)).body.code).toBe('catalog/product-not-found');
    const { body } = await get(`/products/${unseen.slug}?locale=fr`).expect(410);
    expect(body).toMatchObject({
      code: 'catalog/product-withdrawn',
      params: { title: 'Miel de thym', cooperative: suspended.slug },
    });
    await get('/products/..%2f..%2fetc%2fpasswd').expect(400);
  });

  it('imports the same products again without changing anything, and shows nothing twice', async () => {
    const before = await shop.database.query('select * from catalog.public_product order by id');
    await shop.publish(...honeys, rug);
    expect(await shop.database.query('select * from catalog.public_product order by id')).toEqual(before);
    const [{ units } = { units: 0 }] = await shop.database.query<{ units: number }>(
      `select sum(quantity)::int as units from catalog.stock_movement m join catalog.variant v on v.id = m.variant_id
       where v.product_id = $1`,
      [rug.id],
    );
    expect(units).toBe(1);
  });

  it('imports two thousand products with few statements', async () => {
    const many = Array.from({ length: 2000 }, () => product(tifaouine.id));
    const { statements } = await countStatements(() => shop.publish(...many));
    expect(statements.length).toBeLessThan(10);
  });
});

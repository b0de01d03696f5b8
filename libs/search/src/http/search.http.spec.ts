import { SearchResult, Suggest } from '@tiwizi/contracts';
import { cooperative, Market, product } from '../testing/market.js';

const agadir = cooperative({ slug: 'tifaouine', name: { fr: 'Tifaouine', ar: 'تيفاوين', zgh: 'ⵜⵉⴼⴰⵡⵉⵏ' } });
const fes = cooperative({ slug: 'al-wahda', name: { fr: 'Al Wahda', ar: 'الوحدة' }, provinceId: 'MA-FES' });
const honey = product(agadir.id, { priceAmount: 8900 });
const lastHoney = product(agadir.id, {
  title: { fr: "Miel d'euphorbe", ar: 'عسل الدغموس' },
  priceAmount: 12_050,
  stock: 3,
});
const soldOutHoney = product(fes.id, {
  title: { fr: 'Miel de jujubier', ar: 'عسل السدر' },
  priceAmount: 30_000,
  stock: 0,
});
const oil = product(fes.id, {
  categoryId: 'olive-oil',
  title: { fr: "Huile d'olive vierge extra", ar: 'زيت الزيتون البكر الممتاز', zgh: 'ⵣⵣⵉⵜ ⵏ ⵣⵣⵉⵜⵓⵏ' },
  priceAmount: 7000,
});
const rug = product(fes.id, {
  categoryId: 'rugs-knotted',
  title: { fr: 'Tapis Azilal', ar: 'زربية أزيلال', zgh: 'ⵜⴰⵥⵕⴱⵉⵜ ⵏ ⴰⵥⵉⵍⴰⵍ' },
  priceAmount: 250_000,
});
const all = [honey, lastHoney, soldOutHoney, oil, rug];

describe('a shop in which nothing is for sale yet', () => {
  it('answers an empty page, and no suggestion', async () => {
    const market = await Market.open();
    try {
      await market.api.ensureIndex();
      expect(await market.find({ q: 'miel' })).toMatchObject({ hits: [], total: 0, isFallback: false });
      expect(await market.find({})).toMatchObject({ hits: [], total: 0, pageCount: 0 });
      const { body } = await market.app.http.get('/api/v1/search/suggestions').query({ q: 'miel' });
      expect(body).toMatchObject({ products: [], cooperatives: [] });
    } finally {
      await market.close();
    }
  });
});

describe('GET /search', () => {
  let market: Market;
  const idsOf = ({ hits }: SearchResult) => hits.map(({ id }) => id);

  beforeAll(async () => {
    market = await Market.open();
    await market.register(agadir, fes);
    await market.publish(...all);
    await market.api.reindexAll();
  });

  afterAll(() => market.close());

  it('answers cards in the language asked for, as the contract has them', async () => {
    const result = await market.find({ q: 'miel de thym', locale: 'ar' });
    expect(SearchResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({ page: 1, isFallback: false, isGuess: false });
    expect(result.hits[0]).toMatchObject({
      id: honey.id,
      title: { locale: 'ar', text: 'عسل الزعتر' },
      cooperative: { slug: 'tifaouine', name: { locale: 'ar', text: 'تيفاوين' } },
      price: { amount: 8900, currency: 'MAD' },
      measure: '250 g',
      availability: 'in-stock',
      stockLeft: null,
      categoryId: 'honey',
      regionId: 'MA-09',
    });
  });

  it('says how many of a few are left', async () => {
    const { hits } = await market.find({ q: "miel d'euphorbe" });
    expect(hits[0]).toMatchObject({ id: lastHoney.id, availability: 'low', stockLeft: 3 });
  });

  it('lists everything, newest first, when nothing is asked', async () => {
    const result = await market.find({});
    expect(idsOf(result)).toEqual([rug, oil, soldOutHoney, lastHoney, honey].map(({ id }) => id));
    expect(result).toMatchObject({ total: 5, pageCount: 1, isGuess: false });
  });

  it('takes several values of a facet as OR, facets as AND, and counts a facet without itself', async () => {
    const one = await market.find({ category: 'honey', region: 'MA-09' });
    expect(new Set(idsOf(one))).toEqual(new Set([honey.id, lastHoney.id]));
    const two = await market.find({ category: ['honey', 'olive-oil'], region: 'MA-03', locale: 'fr' });
    expect(new Set(idsOf(two))).toEqual(new Set([soldOutHoney.id, oil.id]));
    const { facets } = two;
    expect(facets.region).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'MA-03', count: 2 }),
        expect.objectContaining({ value: 'MA-09', count: 2, label: { locale: 'fr', text: 'Souss-Massa' } }),
      ]),
    );
    expect(facets.category).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'honey', count: 1, label: { locale: 'fr', text: 'Miel' } }),
        expect.objectContaining({ value: 'rugs-knotted', count: 1 }),
      ]),
    );
    expect(facets.cooperative).toContainEqual({
      value: 'al-wahda',
      label: { locale: 'fr', text: 'Al Wahda' },
      count: 2,
    });
  });

  it('takes a cooperative by its id as well', async () => {
    const { hits, facets } = await market.find({ cooperative: agadir.id });
    expect(new Set(hits.map(({ id }) => id))).toEqual(new Set([honey.id, lastHoney.id]));
    expect(facets.cooperative.map(({ value }) => value).sort()).toEqual(['al-wahda', 'tifaouine']);
    const stranger = '0198a000-0000-7000-8000-000000000000';
    expect((await market.find({ cooperative: stranger })).total).toBe(0);
  });

  it('finds a category by its ancestors', async () => {
    expect((await market.find({ category: 'food' })).total).toBe(4);
  });

  it('narrows by price in whole dirhams, both included, and by what is in stock', async () => {
    const { hits, facets } = await market.find({ priceMin: '89', priceMax: '121' });
    expect(new Set(hits.map(({ id }) => id))).toEqual(new Set([honey.id, lastHoney.id]));
    expect(facets.price).toEqual({ min: 70, max: 2500 });
    const inStock = await market.find({ category: 'honey', inStock: 'true' });
    expect(new Set(idsOf(inStock))).toEqual(new Set([honey.id, lastHoney.id]));
    expect(inStock.facets.availability).toEqual([
      expect.objectContaining({ value: 'in-stock', count: 1 }),
      expect.objectContaining({ value: 'low', count: 1 }),
      expect.objectContaining({ value: 'sold-out', count: 1 }),
    ]);
  });

  it('keeps a chosen value that nothing has any more', async () => {
    const { facets, total } = await market.find({ label: 'igp-argane' });
    expect(total).toBe(0);
    expect(facets.label).toContainEqual(expect.objectContaining({ value: 'igp-argane', count: 0 }));
  });

  it.each([
    ['price-asc', [honey, lastHoney, soldOutHoney]],
    ['price-desc', [soldOutHoney, lastHoney, honey]],
    ['newest', [soldOutHoney, lastHoney, honey]],
  ])('sorts what fits by %s, without guesses', async (sort, expected) => {
    expect(idsOf(await market.find({ q: 'miel', sort }))).toEqual(expected.map(({ id }) => id));
  });

  it('pages, and says of a guess that it is one', async () => {
    const pages = await Promise.all(['1', '2', '3'].map((page) => market.find({ limit: '2', page })));
    expect(pages.flatMap(idsOf)).toHaveLength(5);
    expect(pages[2]).toMatchObject({ page: 3, pageCount: 3, total: 5 });
    const guess = await market.find({ q: 'ozela' });
    expect([guess.hits[0]?.id, guess.isGuess]).toEqual([rug.id, true]);
    expect((await market.find({ q: 'tapis azilal' })).isGuess).toBe(false);
  });

  it('F65: refuses pages and filters that are none, and is quick at any depth', async () => {
    const wrong = [
      'page=0',
      'page=-1',
      'page=1e9',
      'page=x',
      'limit=0',
      'limit=101',
      'sort=price',
      'cursor=x',
      'priceMin=-1',
    ];
    for (const query of wrong) {
      expect([query, (await market.app.http.get(`/api/v1/search?${query}`)).status]).toEqual([query, 400]);
    }
    const manyValues = Array.from({ length: 1000 }, (_, place) => `category=c${place}`).join('&');
    expect((await market.app.http.get(`/api/v1/search?${manyValues}`)).status).toBe(400);
    expect((await market.app.http.get(`/api/v1/search?q=${'x'.repeat(201)}`)).status).toBe(400);
    const started = Date.now();
    expect(await market.find({ page: '1000', limit: '100', q: 'miel' })).toMatchObject({ hits: [], page: 1000 });
    expect(Date.now() - started).toBeLessThan(300);
  });

  it('suggests at most eight products and cooperatives, each title once', async () => {
    const { body, status } = await market.app.http.get('/api/v1/search/suggestions').query({ q: 'tif', locale: 'fr' });
    expect(status).toBe(200);
    expect(Suggest.response.parse(body)).toEqual(body);
    expect(body.cooperatives).toEqual([
      {
        slug: 'tifaouine',
        name: { locale: 'fr', text: 'Tifaouine' },
        nameMarks: [{ start: 0, end: 9 }],
        place: expect.objectContaining({ text: expect.any(String) }),
        emblem: expect.stringMatching(/^\//),
      },
    ]);
    const honeys = await market.app.http.get('/api/v1/search/suggestions').query({ q: 'عس', locale: 'ar' });
    expect(honeys.body.products.map(({ title }: { title: { text: string } }) => title.text)).toEqual(
      expect.arrayContaining(['عسل الزعتر', 'عسل السدر']),
    );
    expect((await market.app.http.get('/api/v1/search/suggestions').query({ q: ' ' })).body).toEqual({
      products: [],
      cooperatives: [],
      categories: [],
      regions: [],
    });
  });
});

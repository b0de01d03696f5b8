import { SearchCooperatives, SearchResult, Suggest } from '@tiwizi/contracts';
import { cooperative, Market, product } from '../testing/market.js';

/** Words of a title that are marked. */
const marked = (text: string, marks: readonly { start: number; end: number }[]): string[] =>
  marks.map(({ start, end }) => text.slice(start, end));

describe('a search that helps', () => {
  let market: Market;
  const agadir = cooperative({ slug: 'tifaouine', name: { fr: 'Tifaouine', ar: 'تيفاوين', zgh: 'ⵜⵉⴼⴰⵡⵉⵏ' } });
  const figuig = cooperative({
    slug: 'izorane',
    name: { fr: 'Coopérative Izorane', ar: 'تعاونية إزوران' },
    provinceId: 'MA-FIG',
    memberCount: 8,
    womenCount: 3,
  });
  const honey = product(agadir.id);
  const farHoney = product(figuig.id);
  const teapot = product(agadir.id, { title: { fr: 'Théière ciselée', ar: 'براد منقوش' }, categoryId: 'soaps' });
  const rug = product(figuig.id, { title: { fr: 'Tapis Azilal', ar: 'زربية أزيلال', zgh: 'ⵜⴰⵥⵕⴱⵉⵜ' } });

  beforeAll(async () => {
    market = await Market.open();
    await market.register(agadir, figuig);
    await market.publish(honey, farHoney, teapot, rug);
    await market.api.reindexAll();
  });

  afterAll(() => market.close());

  const find = async (query: Parameters<Market['find']>[0]) => {
    const result = await market.find(query);
    expect(SearchResult.parse(result)).toEqual(result);
    return result;
  };

  it('counts provinces, women and countries, and narrows by them', async () => {
    const { facets } = await find({});
    expect(facets.province).toEqual(
      expect.arrayContaining([
        { value: 'MA-AGD', regionId: 'MA-09', count: 2, label: expect.objectContaining({ locale: 'fr' }) },
        expect.objectContaining({ value: 'MA-FIG', count: 2 }),
      ]),
    );
    expect(facets.womenLed).toMatchObject([{ value: 'true', count: 2 }]);
    expect(facets.shipsTo).toMatchObject([{ value: 'MA', count: 4, label: { text: 'Maroc' } }]);
    expect(facets.category.find(({ value }) => value === 'honey')).toMatchObject({ parentId: 'hive' });
    const inFiguig = await find({ province: ['MA-FIG'] });
    expect([inFiguig.total, inFiguig.facets.province.length]).toEqual([2, 2]);
    expect((await find({ womenLed: 'true' })).hits.every(({ isWomenLed }) => isWomenLed)).toBe(true);
    expect((await find({ shipsTo: 'FR' })).total).toBe(0);
    expect((await find({ province: ['MA-FIG'], womenLed: 'true' })).total).toBe(0);
  });

  it('puts what is near first when it is asked to, and says how far it is', async () => {
    const near = await find({ q: 'miel de thym', near: 'MA-FIG' });
    expect(near.near).toMatchObject({ id: 'MA-FIG', name: { text: 'Figuig' } });
    expect(near.hits.map(({ id, distanceKm }) => [id, distanceKm])).toEqual([
      [farHoney.id, 0],
      [honey.id, expect.any(Number)],
    ]);
    expect(near.hits[0]?.why).toContainEqual({ code: 'near-you', points: 40 });
    const sorted = await find({ near: 'MA-AGD', sort: 'nearest' });
    expect(sorted.hits.map(({ provinceId }) => provinceId)).toEqual(['MA-AGD', 'MA-AGD', 'MA-FIG', 'MA-FIG']);
    const pages = await Promise.all(
      ['1', '2', '3', '4'].map((page) => find({ near: 'MA-AGD', sort: 'nearest', limit: '1', page })),
    );
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(4);
    expect((await find({ q: 'miel', sort: 'nearest' })).near).toBeNull();
    expect((await market.app.http.get('/api/v1/search?near=Paris')).status).toBe(400);
  });

  it('explains each place: points that are the score, in the order of the scores', async () => {
    const { hits } = await find({ q: 'miel' });
    const scores = hits.map(({ why }) => why.reduce((sum, { points }) => sum + points, 0));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(hits[0]?.why.map(({ code }) => code)).toEqual(expect.arrayContaining(['words-match', 'in-stock']));
    const remote = hits.find(({ id }) => id === farHoney.id);
    expect(remote?.why.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['remote-cooperative', 'small-cooperative']),
    );
  });

  it.each([
    ['miel', 'fr', 'Miel de thym', ['Miel']],
    ['3sel', 'ar', 'عسل الزعتر', ['عسل']],
    ['عسل', 'fr', 'Miel de thym', ['Miel']],
    ['ⵜⴰⵎⵎⵏⵜ', 'zgh', 'ⵜⴰⵎⵎⴻⵎⵜ ⵏ ⵓⵣⵓⴽⵏⵏⵉ', ['ⵜⴰⵎⵎⴻⵎⵜ']],
    ['theiere', 'fr', 'Théière ciselée', ['Théière']],
  ] as const)('marks %s in %s', async (q, locale, title, words) => {
    const { hits } = await find({ q, locale });
    const hit = hits.find((one) => one.title.text === title);
    expect(hit && marked(hit.title.text, hit.titleMarks)).toEqual(words);
  });

  it('finds cooperatives by name, in every script, with a mistake and without the engine', async () => {
    const cooperatives = async (query: object) => {
      const { body } = await market.app.http.get('/api/v1/search/cooperatives').query(query).expect(200);
      expect(SearchCooperatives.response.parse(body)).toEqual(body);
      return body.hits.map(({ slug }: { slug: string }) => slug);
    };
    for (const q of ['Izorane', 'izor', 'إزوران', 'ازوران', 'cooperative izorane', 'izorrane']) {
      expect([q, (await cooperatives({ q }))[0]]).toEqual([q, 'izorane']);
    }
    expect(await cooperatives({ q: 'ⵜⵉⴼⴰⵡⵉⵏ' })).toEqual(['tifaouine']);
    expect(await cooperatives({ q: 'izorane', womenLed: 'true' })).toEqual([]);
    expect(await cooperatives({ q: 'izorane', province: 'MA-FIG' })).toEqual(['izorane']);
    expect(await cooperatives({ q: '%' })).toEqual([]);
    const { cooperatives: beside } = await find({ q: 'Izorane' });
    expect(beside).toMatchObject([{ slug: 'izorane', productCount: 2, nameMarks: [{ start: 12, end: 19 }] }]);
  });

  it('proposes words of the catalogue for words that find too little', async () => {
    expect((await find({ q: 'cizelez' })).proposal).toBe('ciselée');
    expect((await find({ q: 'miel' })).proposal).toBeNull();
    expect((await find({ q: 'qqqqzzzz' })).proposal).toBeNull();
  });

  it('suggests categories and regions beside products and cooperatives, eight at most', async () => {
    const suggest = async (q: string) => {
      const { body } = await market.app.http.get('/api/v1/search/suggestions').query({ q, locale: 'fr' }).expect(200);
      expect(Suggest.response.parse(body)).toEqual(body);
      return body as ReturnType<typeof Suggest.response.parse>;
    };
    const honeys = await suggest('mie');
    expect(honeys.categories.map(({ name }) => name.text)).toContain('Miel');
    expect(honeys.products.map(({ title, titleMarks }) => marked(title.text, titleMarks))).toEqual([['Miel']]);
    const souss = await suggest('souss');
    expect(souss.regions).toMatchObject([{ id: 'MA-09', nameMarks: [{ start: 0, end: 5 }] }]);
    for (const { products, cooperatives, categories, regions } of [honeys, souss])
      expect(products.length + cooperatives.length + categories.length + regions.length).toBeLessThanOrEqual(8);
  });
});

import { eventually } from '@tiwizi/testing';
import { EngineLine } from '../testing/engine-line.js';
import { cooperative, Market, product } from '../testing/market.js';
import { meili } from '@tiwizi/testing';
import { IndexProducts } from './index-products.js';

describe('F17: while the search engine is away', () => {
  let line: EngineLine;
  let market: Market;
  const maker = cooperative({ name: { fr: 'Izorane' } });
  const honey = product(maker.id, { categoryId: 'honey' });
  const rug = product(maker.id, {
    categoryId: 'rugs-knotted',
    title: { fr: 'Tapis Azilal', ar: 'زربية أزيلال', zgh: 'ⵜⴰⵥⵕⴱⵉⵜ ⵏ ⴰⵥⵉⵍⴰⵍ' },
    priceAmount: 99_900,
  });

  beforeAll(async () => {
    line = await EngineLine.open(meili().url);
    market = await Market.open({ settings: { meiliUrl: line.url } });
    await market.register(maker);
    await market.publish(honey, rug);
    await market.api.ensureIndex();
  });

  afterAll(async () => {
    await market.close();
    await line.close();
  });

  afterEach(async () => {
    line.be('through');
    await eventually(async () => expect((await market.find({ q: `miel ${Math.random()}` })).isFallback).toBe(false));
  });

  const finds = [
    ['miel de thym', honey.id],
    ['عسل', honey.id],
    ['ⵜⴰⵎⵎⴻⵎⵜ', honey.id],
    ['3sel', honey.id],
    ['زربية', rug.id],
    ['ⵜⴰⵥⵕⴱⵉⵜ', rug.id],
    ['tapis', rug.id],
  ] as const;

  it.each(['cut', 'silent'] as const)(
    'PostgreSQL answers within two seconds when it is %s, and says so',
    async (state) => {
      line.be(state);
      for (const [q, id] of finds) {
        const started = Date.now();
        const { hits, isFallback, facets, total } = await market.find({ q, limit: String(1 + finds.length) });
        expect([q, hits[0]?.id, isFallback, total]).toEqual([q, id, true, 1]);
        expect(facets.cooperative).toEqual([{ value: maker.slug, label: { locale: 'fr', text: 'Izorane' }, count: 1 }]);
        expect(Date.now() - started).toBeLessThan(2000);
      }
      const suggested = await market.app.http.get('/api/v1/search/suggestions').query({ q: 'izor', locale: 'fr' });
      expect(suggested.body.cooperatives).toMatchObject([
        { slug: maker.slug, name: { locale: 'fr', text: 'Izorane' } },
      ]);
    },
  );

  it('asks it no more than once in a while: other answers cost no waiting', async () => {
    line.be('silent');
    await market.find({ q: 'tapis laine' });
    const started = Date.now();
    await market.find({ q: 'tapis rouge' });
    expect(Date.now() - started).toBeLessThan(700);
  });

  it('takes what is published meanwhile into both, once it is back', async () => {
    line.be('cut');
    const late = product(maker.id, { title: { fr: 'Savon noir beldi' }, categoryId: 'soaps' });
    await market.publish(late);
    await market.app.get(IndexProducts).execute([late.id]);
    await eventually(async () =>
      expect(await market.find({ q: `savon noir ${' '.repeat(Math.random() * 100)}` })).toMatchObject({
        isFallback: true,
        total: 1,
      }),
    );
    const waits = await market.database.query('select 1 from search.change where not is_indexed');
    expect(waits).toHaveLength(1);
    line.be('through');
    await eventually(() => market.app.runScheduled('search/catch-up'), 10_000);
    await eventually(async () => {
      const { hits, isFallback } = await market.find({ q: 'savon beldi' });
      expect([hits[0]?.id, isFallback]).toEqual([late.id, false]);
    });
  });

  it('a shop whose index is not built yet answers all the same', async () => {
    const other = await Market.open({ settings: { indexPrefix: `${meili().prefix}unbuilt_` } });
    try {
      expect(await other.find({ q: 'tapis azilal' })).toMatchObject({ isFallback: true, total: 1 });
    } finally {
      await other.close();
    }
  });
});

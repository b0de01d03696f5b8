import { newId } from '@tiwizi/persistence';
import { EngineAnswers } from '../answers/engine-answers.js';
import type { Asked, Found } from '../answers/found.js';
import { scoreTable } from '../relevance/score.js';
import catalogue from '../testing/catalogue.json' with { type: 'json' };
import { cooperative, Market, product } from '../testing/market.js';
import judged from '../testing/relevance-dev.json' with { type: 'json' };
import { FallbackAnswers } from './fallback-answers.js';

const firstTen = { offset: 0, limit: 10 };
const asked = (q: string, wishes: Asked['wishes'] = {}): Asked => ({ q, wishes, page: firstTen });

describe('the engine and its stand-in', () => {
  let market: Market;
  const judgedId = new Map<string, string>();

  beforeAll(async () => {
    market = await Market.open();
    const makers = new Map(catalogue.products.map(({ cooperative: name }) => [name.fr, cooperative({ name })]));
    await market.register(...makers.values());
    await market.publish(
      ...catalogue.products.map(({ id, title, description, cooperative: name, priceMad }) => {
        const published = product(makers.get(name.fr)?.id ?? '', {
          id: newId(),
          title,
          description,
          priceAmount: priceMad * 100,
          categoryId: 'soaps',
          attributes: {},
        });
        judgedId.set(published.id, id);
        return published;
      }),
    );
    await market.api.reindexAll();
  });

  afterAll(() => market.close());

  const answerers: [string, () => { find(asked: Asked): Promise<Found> }, number][] = [
    ['the engine', () => market.app.get(EngineAnswers), 0.97],
    ['PostgreSQL', () => market.app.get(FallbackAnswers), 0.88],
  ];

  describe.each(answerers)('%s', (_name, answerer, least) => {
    const titles = ({ hits }: Found, locale: 'fr' | 'ar' | 'zgh') => hits.map(({ card }) => card.title[locale] ?? '');

    it.each([
      ['fr', 'miel de thym', /^Miel de thym/],
      ['fr', 'theiere', /^Théière/],
      ['fr', 'tapis beni ouarain', /^Tapis Beni Ouarain/],
      ['fr', 'safr', /^Safran/],
      ['fr', 'babouche cuire', /^Babouches en cuir/],
      ['ar', 'عسل الزعتر', /^عسل الزعتر/],
      ['ar', 'زَيْتُ الزَّيْتُونِ', /^زيت الزيتون/],
      ['ar', 'الزعفران', /^زعفران/],
      ['ar', 'قلاده', /^قلادة/],
      ['ar', 'كسكسنا', /^كسكس/],
      ['ar', 'زعفرن', /^زعفران/],
      ['zgh', 'ⵣⵣⵉⵜ ⵏ ⵡⴰⵔⴳⴰⵏ', /^ⵣⵣⵉⵜ ⵏ ⵡⴰⵔⴳⴰⵏ/],
      ['zgh', 'ⵜⴰⵥⵕⴱ', /^ⵜⴰⵥⵕⴱⵉⵜ/],
      ['zgh', 'ⵜⵥⵕⴱⵉⵜ', /^ⵜⴰⵥⵕⴱⵉⵜ/],
      ['zgh', 'taẓṛbit', /^ⵜⴰⵥⵕⴱⵉⵜ/],
      ['ar', '3sel', /^عسل/],
      ['ar', '9aftan', /^قفطان/],
    ] as const)('finds in %s: %s', async (locale, q, expected) => {
      const found = titles(await answerer().find(asked(q)), locale).filter(Boolean);
      expect(found.slice(0, 3).filter((title) => expected.test(title))).toHaveLength(3);
    });

    it('narrows, counts and sorts alike', async () => {
      const { hits, total, counts, price } = await answerer().find(
        asked('tapis', { sort: 'price-asc', priceMax: 20_000 }),
      );
      const prices = hits.map(({ card }) => card.price.amount);
      expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      expect(titles({ hits } as Found, 'fr').every((title) => title.startsWith('Tapis'))).toBe(true);
      expect([...(counts.region?.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(Math.max(...prices)).toBeLessThanOrEqual(20_000);
      expect(price?.max).toBeGreaterThan(20_000);
    });

    it('lists everything when nothing is asked, and nothing for nonsense', async () => {
      expect(await answerer().find(asked(''))).toMatchObject({ total: catalogue.products.length, isGuess: false });
      expect((await answerer().find(asked('xqzvwkj'))).hits).toEqual([]);
    });

    it('is good at what people mean', async () => {
      const answers = new Map<string, string[]>();
      for (const { id, q } of judged.queries) {
        const { hits } = await answerer().find(asked(q));
        answers.set(
          id,
          hits.map((hit) => judgedId.get(hit.id) ?? ''),
        );
      }
      const table = scoreTable(judged.queries, answers);
      if (process.env['SHOW_SCORES']) console.log(JSON.stringify(table, null, 1));
      expect(table.overall.recall5).toBeGreaterThanOrEqual(least);
      expect(table.overall.mrr10).toBeGreaterThanOrEqual(least);
    });
  });
});

import { meili } from '@tiwizi/testing';
import catalogue from '../testing/catalogue.json' with { type: 'json' };
import judged from '../testing/relevance-dev.json' with { type: 'json' };
import { scoreOf, scoreTable } from './score.js';
import { SearchTrial } from './search-trial.js';

describe('the relevance of the search', () => {
  let trial: SearchTrial;

  beforeAll(async () => {
    const { url, key, prefix } = meili();
    const settings = { meiliUrl: url, meiliKey: key, indexPrefix: prefix };
    trial = await SearchTrial.open(settings, catalogue.products);
  });

  afterAll(() => trial.close());

  it('finds what people of every language and habit of typing mean', async () => {
    const answers = new Map<string, string[]>();
    for (const { id, q } of judged.queries) answers.set(id, await trial.find(q, 10));
    const { overall, byLanguage } = scoreTable(judged.queries, answers);
    expect(overall.recall5).toBeGreaterThanOrEqual(0.97);
    expect(overall.mrr10).toBeGreaterThanOrEqual(0.97);
    const weak = Object.entries(byLanguage).filter(([, { recall5 }]) => recall5 < 0.9);
    expect(weak).toEqual([]);
  });

  it('never looks at what is there for judging only', async () => {
    const { url, key, prefix } = meili();
    const judgedOnly = { id: 'p1', title: { fr: 'Miel' }, type: 'wombat', variant: 1, category: 'koala' };
    const other = await SearchTrial.open({ meiliUrl: url, meiliKey: key, indexPrefix: prefix }, [judgedOnly]);
    try {
      expect(await other.find('miel', 10)).toEqual(['p1']);
      expect(await other.find('wombat', 10)).toEqual([]);
      expect(await other.find('koala', 10)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('a score', () => {
  it('is the share of the first five that was expected, and one by the rank of the first', () => {
    expect(scoreOf(['a', 'b'], ['x', 'a', 'a', 'b'])).toEqual({ recall5: 1, mrr10: 0.5 });
    expect(scoreOf(['a', 'b', 'c', 'd', 'e', 'f'], ['a', 'b'])).toEqual({ recall5: 0.4, mrr10: 1 });
    expect(scoreOf(['a'], [])).toEqual({ recall5: 0, mrr10: 0 });
  });
});

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { demoPeople, weaversCooperative } from './accounts.js';
import { readSamples } from './samples.js';

describe('the tour of the README', () => {
  it('buys from a second cooperative whose president can sign in', async () => {
    const [readme, { products }] = await Promise.all([
      readFile(resolve(__dirname, '../../../../README.md'), 'utf8'),
      readSamples(),
    ]);
    const [, slug] = /`\/fr\/p\/([a-z0-9-]+)`/.exec(readme) ?? [];
    expect(products.find((product) => product.slug === slug)?.cooperative).toBe(weaversCooperative);
    expect(demoPeople.secondPresident.seat.cooperative).toBe(weaversCooperative);
    for (const { email } of [
      demoPeople.president,
      demoPeople.secondPresident,
      demoPeople.moderator,
      demoPeople.finance,
    ]) {
      expect(readme).toContain(email);
    }
  });
});

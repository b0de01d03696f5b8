import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meili } from '@tiwizi/testing';
import { judgeTriples, scripts, triplesPage } from './judge-triples.js';
import { annexed, chatSpelling, looseLatin, withArticle } from './spellings.js';
import { triples } from './triples.js';

describe('a thing in three scripts', () => {
  it('is spelled as people type it', () => {
    expect(chatSpelling('زعفران')).toBe('z3fran');
    expect(looseLatin('taẓṛbit n uzuknni')).toBe('tazrbit n ouzoukni');
    expect(withArticle('زيت الزيتون')).toBe('الزيت الزيتون');
    expect([annexed('ⵜⴰⵥⵕⴱⵉⵜ'), annexed('ⴰⵣⵓⴽⵏⵏⵉ'), annexed('ⵣⵣⵉⵜ')]).toEqual(['ⵜⵥⵕⴱⵉⵜ', 'ⵓⵣⵓⴽⵏⵏⵉ', 'ⵣⵣⵉⵜ']);
  });

  it('is asked three hundred times, each spelling in its own script', () => {
    const list = triples();
    expect(list).toHaveLength(300);
    for (const { arab, tfng, latn } of list) {
      expect(arab).toMatch(/^[\p{Script=Arabic}\s]+$/u);
      expect(tfng).toMatch(/^[\p{Script=Tifinagh}\s]+$/u);
      expect(latn).toMatch(/^[\p{Script=Latin}\p{M}\d\s]+$/u);
    }
  });

  it('B4: is found among the first five, in 95 of 100 in each script', async () => {
    const { url, key, prefix } = meili();
    const score = await judgeTriples({ meiliUrl: url, meiliKey: key, indexPrefix: prefix });
    for (const script of scripts) {
      expect([script, score.found[script] / score.triples >= 0.95, score.missed]).toEqual([script, true, score.missed]);
    }
  }, 120_000);

  it('stands in the documentation', async () => {
    const written = await readFile(join(import.meta.dirname, '../../../../../docs/search-triples.md'), 'utf8');
    expect(rowsOf(written)).toEqual(rowsOf(triplesPage()));
  });
});

/** A formatter may widen the columns. */
const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('---'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

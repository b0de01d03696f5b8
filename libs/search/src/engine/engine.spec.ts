import { Lexicon } from '../lexicon/lexicon.js';
import { Circuit, CircuitOpen } from './circuit.js';
import { indexVersion } from './index-settings.js';
import { thingsIn } from './product-document.js';
import { planQuestions, wordsAsked } from './query-plan.js';
import { filterOf, narrowed } from './wishes.js';

describe('a circuit', () => {
  const fail = () => Promise.reject(new Error('down'));

  it('asks nobody after a failure, then lets one try for all', async () => {
    let now = 0;
    const circuit = new Circuit(1000, () => now);
    await expect(circuit.run(fail)).rejects.toThrow('down');
    await expect(circuit.run(async () => 1)).rejects.toThrow(CircuitOpen);
    now = 1000;
    let finish: (value: number) => void = () => undefined;
    const trial = circuit.run(() => new Promise<number>((resolve) => (finish = resolve)));
    await expect(circuit.run(async () => 1)).rejects.toThrow(CircuitOpen);
    finish(2);
    expect(await trial).toBe(2);
    expect(await circuit.run(async () => 3)).toBe(3);
  });

  it('stays open while the trial fails', async () => {
    let now = 0;
    const circuit = new Circuit(1000, () => now);
    await expect(circuit.run(fail)).rejects.toThrow('down');
    now = 1500;
    await expect(circuit.run(fail)).rejects.toThrow('down');
    now = 2400;
    await expect(circuit.run(async () => 1)).rejects.toThrow(CircuitOpen);
  });
});

describe('the query plan', () => {
  const lexicon = new Lexicon();

  it('asks the text as typed first, in the language of its script', () => {
    expect(planQuestions('عسل', lexicon).sure[0]).toMatchObject({ q: 'عسل', weight: 1, locales: ['ara'] });
    expect(planQuestions('miel', lexicon).sure[0]).toMatchObject({ q: 'miel', weight: 1, locales: ['fra', 'eng'] });
  });

  it('asks Arabic and Amazigh in their light forms, and all by their consonants', () => {
    const { sure, guesses } = planQuestions('الطَّنْجِيَّة', lexicon);
    expect(sure).toContainEqual(expect.objectContaining({ q: 'طنجيه', fields: ['sh.titleAr', 'sh.textAr'] }));
    expect(guesses).toContainEqual(expect.objectContaining({ q: 'tnj', fields: ['sh.key'], threshold: 0.5 }));
    expect(planQuestions('ⵜⴰⵥⵕⴱⵉⵜ', lexicon).sure).toContainEqual(
      expect.objectContaining({ q: 'tazrbit', fields: ['sh.titleZgh', 'sh.textZgh'], weight: 0.95 }),
    );
  });

  it('tries all words but one, and what the others are, only as guesses', () => {
    const { sure, guesses } = planQuestions('plat tajine xyzzy', lexicon);
    expect(sure.every(({ fields }) => !fields.includes('sh.key'))).toBe(true);
    expect(guesses).toContainEqual(expect.objectContaining({ q: 'plat tajine', isStrict: true, weight: 0.74 }));
    expect(guesses).toContainEqual(expect.objectContaining({ heads: ['tajine'], things: [] }));
  });

  it('takes nothing for an instruction', () => {
    expect(wordsAsked('-miel "de thym" d’oranger')).toBe('miel de thym oranger');
    expect(planQuestions('"" - 蜂蜜', lexicon)).toEqual({ sure: [], guesses: [] });
  });

  it('reads Amazigh on Greek keys', () => {
    expect(wordsAsked('aγmmus')).toBe('aγmmus');
  });
});

describe('what a product is', () => {
  const lexicon = new Lexicon();

  it('is told by its titles, in whichever language', () => {
    expect(thingsIn({ zgh: 'ⵜⴰⵥⵕⴱⵉⵜ ⵏ ⵜⴰⴹⵓⵜ' }, lexicon)).toEqual({ heads: ['carpet'], things: ['carpet', 'wool'] });
    expect(thingsIn({ en: 'Wool rug' }, lexicon).heads).toEqual(['carpet']);
  });

  it('is what most of them say', () => {
    const { heads } = thingsIn({ fr: 'Sirop de dattes', ar: 'رب التمر', zgh: 'ⵜⴰⵎⵎⴻⵎⵜ ⵏ ⵜⵉⵢⵏⵉ' }, lexicon);
    expect(heads).toEqual(['syrup']);
  });
});

describe('wishes', () => {
  const wishes = { category: ['honey', 'a" OR "b'], priceMin: 100, inStock: true as const };

  it('are a filter in which no value can end its quotes', () => {
    expect(filterOf(wishes)).toEqual([
      'categoryIds IN ["honey", "a\\" OR \\"b"]',
      'availability != "sold-out"',
      'priceAmount >= 100',
    ]);
  });

  it('leave out the facet that is counted', () => {
    expect(narrowed(wishes)).toEqual(['category', 'availability', 'price']);
    expect(filterOf(wishes, 'price')).toHaveLength(2);
  });
});

describe('the version of the index', () => {
  it('is one word, the same in every process', () => {
    expect(indexVersion()).toBe(indexVersion());
    expect(indexVersion()).toMatch(/^version-[0-9a-f]{16}$/);
  });
});

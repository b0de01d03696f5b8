import { scriptOf } from '@tiwizi/text';
import { Random } from './random.js';
import { begun, inChatLetters, inLatinLetters, mistyped } from './typed-words.js';
import { variedQueries } from './varied-queries.js';

const goods = ['Miel de thym', 'Huile d’argan alimentaire', 'Tapis berbère en laine', 'Safran de Taliouine en pistils'];
const sources = {
  titles: goods.map((fr) => ({
    fr,
    ar: 'عسل الزعتر الحر من الجبل',
    zgh: 'ⵜⴰⵎⵎⵏⵜ ⵏ ⵜⵣⵓⴽⵏⵏⵉⵜ',
    en: 'Thyme honey from the hills',
  })),
  cooperatives: [{ fr: 'Coopérative Tifaouine', ar: 'تعاونية تيفاوين' }],
};

describe('the questions of a measurement', () => {
  it('are all different, in every script, and the same in every run', () => {
    const [one, again] = [1, 1].map((seed) => variedQueries(sources, 300, new Random(seed)));
    expect(one).toEqual(again);
    expect(new Set(one).size).toBe(one?.length);
    expect(one?.length).toBeGreaterThan(200);
    expect(new Set(one?.map(scriptOf))).toEqual(new Set(['latn', 'arab', 'tfng']));
    expect(variedQueries(sources, 300, new Random(2))).not.toEqual(one);
  });

  it('are typed as people type: begun, with a mistake, in letters that are at hand', () => {
    const random = new Random(3);
    const mistakes = Array.from({ length: 40 }, () => mistyped('safran', random));
    expect(mistakes.filter((word) => word !== 'safran').length).toBeGreaterThan(30);
    expect(mistakes.every((word) => Math.abs(word.length - 6) <= 1)).toBe(true);
    expect('couscous'.startsWith(begun('couscous', random))).toBe(true);
    expect(inChatLetters('عسل')).toBe('3sl');
    expect(inLatinLetters('ⵜⴰⵎⵎⵏⵜ')).toMatch(/^[a-z]+$/);
  });
});

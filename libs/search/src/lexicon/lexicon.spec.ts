import { lexiconEntries } from './lexicon-files.js';
import { headOf, Lexicon, type Origin } from './lexicon.js';

describe('the lexicon', () => {
  const lexicon = new Lexicon();
  const read = (text: string, origin: Origin = 'asked') =>
    lexicon.read(text, origin).readings.map(({ entries }) => entries.map(({ id }) => id));

  it('has each entry once, with a known kind and at least two languages', () => {
    const ids = lexiconEntries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, kind, fr, ar, zgh, en } of lexiconEntries) {
      expect([id, ['good', 'quality', 'place'].includes(kind)]).toEqual([id, true]);
      expect([fr, ar, zgh, en].filter(Boolean).length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([
    ['miel', 'honey'],
    ['العسل', 'honey'],
    ['ⵜⴰⵎⵎⵏⵜ', 'honey'],
    ['3sel', 'honey'],
    ['carpettes', 'carpet'],
    ['زرابي', 'carpet'],
    ['ⵜⵥⵕⴱⵉⵜ', 'carpet'],
    ['zrabi', 'carpet'],
    ['rugs', 'carpet'],
    ['كسكسنا', 'couscous'],
    ['ⵉⵣⴱⴳⴰⵏ', 'bracelet'],
    ['bracelt', 'bracelet'],
    ['ⵜⴰⴽⵏⴱ', 'scarf'],
  ])('knows %s as %s', (word, id) => {
    expect(read(word)[0]).toContain(id);
  });

  it('takes a phrase as one thing, and its words where the phrase is unknown', () => {
    expect(read("eau de rose d'Azilal")).toEqual([['rosewater'], ['azilal']]);
    expect(read('ماء جديد')).toEqual([['water']]);
  });

  it('guesses only what is asked, never what a title says', () => {
    expect(read('bracelt', 'title')).toEqual([]);
    expect(read('bracel', 'title')).toEqual([]);
  });

  it('leaves over what nobody knows', () => {
    expect(lexicon.read('miel de xyzzy', 'asked').rest).toEqual(['xyzzy']);
  });

  it('says what a phrase is about: first in French, last in English', () => {
    const about = (text: string, isHeadLast: boolean) =>
      headOf(lexicon.read(text, 'title').readings, isHeadLast)?.entries.map(({ id }) => id);
    expect(about('tapis en laine', false)).toEqual(['carpet']);
    expect(about('wool rug', true)).toEqual(['carpet']);
  });
});

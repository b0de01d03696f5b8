import { amazighBase, amazighStem } from './amazigh-stem.js';
import { arabicStems, withoutParticle } from './arabic-stem.js';
import { latinSingular, withoutDarijaArticle, withoutElision } from './latin-word.js';
import { isOneMistakeApart } from './one-mistake.js';

describe('an Amazigh noun', () => {
  it.each([
    ['free and annexed', ['ⴰⵔⴳⴰⵏ', 'ⵡⴰⵔⴳⴰⵏ', 'argan', 'wargan']],
    ['feminine, annexed and plural', ['ⵜⴰⴼⵏⵉⵇⵜ', 'ⵜⴼⵏⵉⵇⵜ', 'ⵜⵉⴼⵏⵉⵇⵉⵏ', 'tafniqt']],
    ['masculine and plural', ['ⴰⴷⵓⴽⵓ', 'ⵓⴷⵓⴽⵓ', 'ⵉⴷⵓⴽⴰⵏ', 'adoukou']],
    ['plural in -iwin', ['ⵜⴰⵙⵓⵎⵜⴰ', 'ⵜⵉⵙⵓⵎⵜⵉⵡⵉⵏ', 'tasoumta']],
  ])('has one base: %s', (_name, forms) => {
    expect(new Set(forms.map(amazighBase)).size).toBe(1);
    expect(amazighBase(forms[0] ?? '')).not.toBe('');
  });

  it('keeps its consonants in a broken plural', () => {
    expect(amazighStem('ⴰⴳⵔⵜⵉⵍ')).toBe(amazighStem('ⵉⴳⵔⵜⴰⵍ'));
    expect(amazighStem('ⵜⴰⵥⵕⴱⵉⵜ')).toBe(amazighStem('ⵜⵉⵥⵕⴱⴰⵢ'));
    expect(amazighStem('ⵜⴰⵅⴰⵜⵎⵜ')).toBe(amazighStem('ⵜⵉⵅⵓⵜⴰⵎ'));
  });

  it('is nothing when nothing of it would remain, or it is no noun', () => {
    expect(amazighBase('ⵜⵉⵢⵏⵉ')).toBe('');
    expect(amazighStem('lward')).toBe('');
  });
});

describe('an Arabic word', () => {
  it.each([
    ['كسكسنا', 'كسكس'],
    ['علبتها', 'علب'],
    ['جلابات', 'جلاب'],
    ['جلدية', 'جلد'],
    ['الزعفران', 'زعفران'],
  ])('%s has the stem %s', (word, stem) => {
    expect(arabicStems(word)).toContain(stem);
  });

  it('may be a possessive with or without its own ta', () => {
    expect(arabicStems('زيتكم')).toContain('زيت');
    expect(arabicStems('جرتكم')).toContain('جر');
  });

  it('may begin with a particle where three letters remain', () => {
    expect(withoutParticle('وتمر')).toBe('تمر');
    expect(withoutParticle('ورد')).toBeNull();
  });
});

describe('a Latin word', () => {
  it('loses plurals, elisions and the article of Darija', () => {
    expect(['théières', 'tapis', 'verres', 'couteaux', 'olives'].map(latinSingular)).toEqual([
      'theiere',
      'tapi',
      'verre',
      'couteau',
      'olive',
    ]);
    expect(withoutElision('dargan')).toBe('argan');
    expect(withoutElision('dattes')).toBe('attes');
    expect(withoutElision('miel')).toBeNull();
    expect(withoutDarijaArticle('lward')).toBe('ward');
    expect(withoutDarijaArticle('lait')).toBeNull();
  });
});

describe('one mistake', () => {
  it.each([
    ['safran', 'safrran'],
    ['safran', 'safan'],
    ['safran', 'sefran'],
    ['safran', 'sarfan'],
    ['safran', 'safrane'],
  ])('parts %s and %s', (a, b) => {
    expect([isOneMistakeApart(a, b), isOneMistakeApart(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['safran', 'safran'],
    ['safran', 'sfrn'],
    ['miel', 'leim'],
    ['abcd', 'badc'],
  ])('does not part %s and %s', (a, b) => {
    expect(isOneMistakeApart(a, b)).toBe(false);
  });
});

import { amazighLight, arabicLight, latinLight, scriptOf, searchShadow, skeleton } from '../index.js';

describe('the skeleton', () => {
  it.each([
    ['sl', ['عسل', 'العسل', 'عَسَل', '3sel', 'وبالعسل']],
    ['kftn', ['قفطان', 'قفاطين', '9aftan', 'kaftan', 'القفطان']],
    ['tzrbt', ['ⵜⴰⵥⵕⴱⵉⵜ', 'ⵜⵥⵕⴱⵉⵜ', 'tazerbit', 'taẓṛbit']],
    ['hml', ['حمل', '7amel', 'ḥamel']],
  ])('is %p for every spelling of one word', (key, spellings) => {
    for (const spelling of spellings) expect([spelling, skeleton(spelling)]).toEqual([spelling, key]);
  });

  it('reads a bare c the French way when asked', () => {
    expect([skeleton('caftan'), skeleton('caftan', { frenchC: true })]).toEqual(['cftn', 'kftn']);
    expect(skeleton('cire', { frenchC: true })).toBe('sr');
  });

  it('drops the Darija article when asked, and only before a consonant', () => {
    expect(skeleton('lward', { stripL: true })).toBe(skeleton('ward'));
    expect(skeleton('laine', { stripL: true })).toBe(skeleton('laine'));
  });

  it('says nothing for one consonant or a bare number', () => {
    expect(skeleton('250 ⵏ و à')).toBe('');
  });
});

describe('light forms', () => {
  it('fold the letters Arabic writers exchange, and free the word of article and particles', () => {
    expect(arabicLight('الأركان والزّيـت بالعسل للبيت')).toBe('اركان زيت عسل بيت');
    expect(arabicLight('مربى مربي كسوة كسوه')).toBe('مربي مربي كسوه كسوه');
    expect(arabicLight('الو')).toBe('الو');
  });

  it('bring Tifinagh and typed Amazigh together', () => {
    expect(amazighLight('ⵜⴰⵥⵕⴱⵉⵜ ⵉⴳⴳⵯⴰ')).toBe(amazighLight('tazerbit iggʷa'));
    expect(latinLight('L’Œuvre d’été')).toBe('l oeuvre d ete');
  });
});

it('tells the alphabet of a query', () => {
  expect(['عسل', 'ⵜⴰⵎⵎⵏⵜ', '3sel', 'miel عسل', '12'].map(scriptOf)).toEqual(['arab', 'tfng', 'latn', 'mixed', 'latn']);
});

it('shadows a product in the forms it will be asked for, each key once', () => {
  const shadow = searchShadow({ title: { ar: 'العسل', zgh: 'ⵜⴰⵎⵎⵏⵜ', fr: 'Miel' }, description: { ar: 'عسل الزعتر' } });
  expect(shadow).toEqual({ titleAr: 'عسل', titleZgh: 'tamnt', textAr: 'عسل زعتر', textZgh: '', key: 'sl tmnt' });
});

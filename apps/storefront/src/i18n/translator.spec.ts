import { Translator } from './translator.js';
import { textsOf } from './use-texts.js';

const french = { lines_one: '{{count}} ligne', lines_many: '{{count}} lignes', lines_other: '{{count}} lignes' };

describe('texts', () => {
  it('count in Amazigh by our own rule, whatever the reader’s browser knows', () => {
    const resources = { zgh: { cart: { lines_one: '{{count}} ⴰ', lines_other: '{{count}} ⵜ' } }, fr: { cart: {} } };
    const { t } = textsOf(new Translator('zgh', resources), 'cart');
    const say = (count: number) => t('lines' as 'title', { count });
    expect([say(1), say(0), say(2), say(11)]).toEqual(['1 ⴰ', '0 ⵜ', '2 ⵜ', '11 ⵜ']);
  });

  it('count by the French rule where French stands in, and say that it is French', () => {
    const texts = textsOf(new Translator('zgh', { zgh: { cart: {} }, fr: { cart: french } }), 'cart');
    const key = 'lines' as 'title';
    expect([texts.t(key, { count: 0 }), texts.t(key, { count: 2 })]).toEqual(['0 ligne', '2 lignes']);
    expect(texts.langOf(key)).toBe('fr');
    expect(texts.has('lines')).toBe(true);
    expect(texts.has('nothing')).toBe(false);
  });

  it('write numbers as the page does and keep Latin names apart in Arabic', () => {
    const forms = { zero: 'x', one: 'x', two: 'x', few: 'x', many: '{{count}} منتوجا', other: '{{count}} منتوج' };
    const lines = Object.fromEntries(Object.entries(forms).map(([form, text]) => [`lines_${form}`, text]));
    const { t } = textsOf(new Translator('ar', { ar: { cart: { ...lines, of: 'طرد {{name}}' } } }), 'cart');
    expect(t('lines' as 'title', { count: 1234 })).toBe('1\u00a0234 منتوجا');
    expect(t('of' as 'title', { name: 'Tifaouine' })).toBe('طرد \u2068Tifaouine\u2069');
  });
});

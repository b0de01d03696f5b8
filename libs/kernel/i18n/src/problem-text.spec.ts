import arabic from './texts/ar/problems.json' with { type: 'json' };
import english from './texts/en/problems.json' with { type: 'json' };
import french from './texts/fr/problems.json' with { type: 'json' };
import awaitingReview from './texts/zgh/awaiting-review.json' with { type: 'json' };
import amazigh from './texts/zgh/problems.json' with { type: 'json' };
import { problemText } from './index.js';

const slots = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the sentences of problems', () => {
  const codes = Object.keys(french);

  it('exist in every language, sorted; in Amazigh once reviewed, or on the list of those that wait', () => {
    expect(codes).toEqual([...codes].sort());
    expect(Object.keys(arabic)).toEqual(codes);
    expect(Object.keys(english)).toEqual(codes);
    expect([...Object.keys(amazigh), ...awaitingReview].sort()).toEqual(codes);
  });

  it('have the same slots in every language, and no code out of form', () => {
    for (const code of codes) {
      expect(code).toMatch(/^([a-z]+\/[a-z]+(-[a-z]+)*|[a-z]+(_[a-z]+)*)$/);
      const sentence = (texts: object) => slots(String(Reflect.get(texts, code)));
      expect(sentence(arabic)).toEqual(sentence(french));
      expect(sentence(english)).toEqual(sentence(french));
    }
  });

  it('keep the order of digits that stand in groups inside an Arabic sentence', () => {
    for (const sentence of Object.values(arabic)) {
      expect(sentence.replace(/\u2066[^\u2069]*\u2069/g, '')).not.toMatch(/\d \d/);
    }
  });

  it('answer in French, and say so, while the Amazigh sentence waits for its reviewer', () => {
    expect(problemText('price_changed', {}, 'zgh')).toEqual({ locale: 'fr', text: french.price_changed });
    expect(problemText('unauthenticated', {}, 'zgh').locale).toBe('zgh');
  });

  it('show amounts as money and never leave a slot open', () => {
    const limit = { limitAmount: 200_000, currency: 'MAD' };
    expect(problemText('orders/cod-limit-exceeded', limit, 'fr').text).toContain('2\u00a0000\u00a0DH');
    expect(problemText('orders/cod-limit-exceeded', limit, 'ar').text).toContain('2\u00a0000\u00a0درهم');
    expect(problemText('orders/cod-limit-exceeded', {}, 'fr').text).not.toMatch(/[{}]/);
  });

  it.each(['nobody/wrote-this', 'toString', '__proto__', ''])('tell an unknown code (%p) as our own fault', (code) => {
    expect(problemText(code, {}, 'ar').text).toBe(arabic.internal);
  });
});

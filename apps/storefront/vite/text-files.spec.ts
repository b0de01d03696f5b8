import { join } from 'node:path';
import { awaitingReview, findGaps, locales, namespaces, textsIn, textsOf } from './text-files.js';

const folder = join(__dirname, '../src/i18n');

describe('the texts of the pages', () => {
  it('are complete in every language, with the plural forms each needs', () => {
    expect(findGaps(folder)).toEqual([]);
  });

  it('tell a missing key, and one nobody knows, before anything is built', () => {
    expect(findGaps(join(__dirname, 'testing'))).toEqual([
      'fr/sample.json lines_many: is missing',
      'ar/sample.json lines_zero: is missing',
      'ar/sample.json title: is missing',
      'ar/sample.json extra: is unknown in French',
      'zgh/sample.json lines_other: has slots French does not fill: name',
      'en/sample.json lines_one: is missing',
      'en/sample.json lines_other: is missing',
      'en/sample.json title: is missing',
    ]);
  });

  it('show what waits for an Amazigh reader in French, and nothing else', () => {
    const { zgh, fr } = textsOf(folder, 'zgh', 'shop');
    const waiting = awaitingReview(folder);
    for (const namespace of Object.keys(zgh ?? {})) {
      const bases = new Set(Object.keys(fr?.[namespace] ?? {}).map((key) => key.replace(/_(one|many|other)$/, '')));
      expect([...bases].sort()).toEqual([...(waiting[namespace] ?? [])].sort());
    }
  });

  it('send a buyer nothing of the desks', () => {
    const sent = Object.keys(textsOf(folder, 'fr', 'shop')['fr'] ?? {});
    expect(sent).toContain('cart');
    expect(sent.filter((namespace) => /^(seller|workspace|moderation|admin)/.test(namespace))).toEqual([]);
  });

  it('keep the order of digits that stand in groups inside an Arabic sentence', () => {
    for (const namespace of namespaces(folder)) {
      for (const [key, text] of Object.entries(textsIn(folder, 'ar', namespace))) {
        expect([key, text.replace(/\u2066[^\u2069]*\u2069/g, '')]).not.toEqual([key, expect.stringMatching(/\d \d/)]);
      }
    }
  });

  it.each(locales)('hold no markup and no stray spaces (%s)', (locale) => {
    for (const namespace of namespaces(folder)) {
      for (const [key, text] of Object.entries(textsIn(folder, locale, namespace))) {
        const isJoint = /^(comma|colon|perKg|perL|errorPrefix)$/.test(key);
        expect([key, /[<>]/.test(text)]).toEqual([key, false]);
        if (!isJoint) expect([key, text]).toEqual([key, text.trim()]);
      }
    }
  });
});

import { slugify } from './index.js';

describe('slugify', () => {
  it.each([
    ['Miel de thym, récolte d’été', 'miel-de-thym-recolte-d-ete'],
    ['زيت أركان', 'zit-arkan'],
    ['زَيْتُ الزَّيْتون ٢٥٠', 'zit-alzitoun-250'],
    ['ⵜⴰⵎⵎⵏⵜ ⵏ ⵜⵉⵡⵉⵣⵉ', 'tammnt-n-tiwizi'],
    ['Œuvre — Straße', 'oeuvre-strasse'],
    ['Taɣart n uɛli', 'taghart-n-uali'],
  ])('spells %p as %p', (text, slug) => expect(slugify(text)).toBe(slug));

  it('is never empty, and tells apart what it cannot spell', () => {
    expect(slugify('蜂蜜')).toMatch(/^t-[a-z0-9]+$/);
    expect(slugify('蜂蜜')).not.toBe(slugify('藏红花'));
    expect(slugify('')).toMatch(/^t-/);
  });

  it('stays short and does not end on a dash', () => {
    expect(slugify(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  });
});

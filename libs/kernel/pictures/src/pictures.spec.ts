import { braid, categoryPicture, cooperativeEmblem, craftOf, crafts, weaving, zelligeArch } from './index.js';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const slugs = Array.from({ length: 120 }, (_, k) => `cooperative-${k}`);

describe('pictures', () => {
  const one = (seed: string) => [
    ...crafts.map((craft) => categoryPicture(craft, seed, { width: 640, height: 480 })),
    cooperativeEmblem(seed),
    weaving(seed, { cols: 144, rows: 48 }),
    zelligeArch(seed),
  ];

  it('are the same for the same seed, and others for another', () => {
    expect(one('miel-de-thym')).toEqual(one('miel-de-thym'));
    expect(new Set(slugs.map(cooperativeEmblem)).size).toBe(slugs.length);
    expect(new Set(slugs.map((slug) => weaving(slug))).size).toBe(slugs.length);
  });

  it('weigh at most 2 KB where a page shows many', () => {
    for (const slug of slugs) {
      expect(bytes(cooperativeEmblem(slug))).toBeLessThanOrEqual(2048);
      for (const craft of crafts)
        expect(bytes(categoryPicture(craft, slug, { width: 960, height: 720 }))).toBeLessThanOrEqual(2048);
    }
    expect(bytes(braid())).toBeLessThanOrEqual(2048);
    expect(bytes(zelligeArch('tiwizi'))).toBeLessThanOrEqual(8192);
  });

  it('hold drawing only: nothing of a hostile seed, no text, no script, no link outside', () => {
    for (const picture of [...one('"><script>alert(1)</script>'), braid(20)]) {
      expect(picture).not.toMatch(/script|<text|href="(?!#)|style=|NaN|undefined/);
      expect(picture.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')).toBe(true);
    }
  });

  it('keep their ids apart, so that several can stand in one page', () => {
    const ids = slugs.flatMap((slug) =>
      [...(cooperativeEmblem(slug) + weaving(slug)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('craftOf', () => {
  it('knows a category by itself, by its ancestors, and never fails', () => {
    expect(craftOf('argan-oil-cosmetic', ['beauty'])).toBe('argan');
    expect(craftOf('thyme-honey', ['honey', 'hive', 'food'])).toBe('honey');
    expect(craftOf('pottery')).toBe('pottery');
    expect(craftOf('something-new')).toBe('handmade');
    expect(craftOf('constructor')).toBe('handmade');
  });
});

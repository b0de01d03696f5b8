import type { ListingDraft } from '@tiwizi/contracts';
import { changesBetween } from './changes.js';

const [first, second, third] = ['1', '2', '3'].map((end) => `0197a000-0000-7000-8000-00000000000${end}`);
const variant = (id: string | undefined, amount: number, stock: number, measure?: string) => ({
  id,
  measure,
  stock,
  weightGrams: 500,
  price: { amount, currency: 'MAD' as const },
});
const live: ListingDraft = {
  title: { fr: 'Miel d’été', ar: 'عسل' },
  description: { fr: 'Doux.' },
  categoryId: 'honey',
  attributes: { harvest_year: 2025, allergens: ['pollen'] },
  variants: [variant(first, 8900, 10)],
  imageIds: [first ?? ''],
};
const reader = { locale: 'fr' as const, categoryName: (id: string) => `« ${id} »` };
const between = (change: Partial<ListingDraft>) => changesBetween(live, { ...live, ...change }, reader);

describe('the changes of a listing', () => {
  it('are none when nothing changed', () => {
    expect(between({})).toEqual([]);
  });

  it('are told for each language: changed, added, taken away', () => {
    expect(between({ title: { fr: 'Miel qui guérit', zgh: 'ⵜⴰⵎⵎⵏⵜ' } })).toEqual([
      { field: 'title', locale: 'fr', before: 'Miel d’été', after: 'Miel qui guérit' },
      { field: 'title', locale: 'ar', before: 'عسل', after: null },
      { field: 'title', locale: 'zgh', before: null, after: 'ⵜⴰⵎⵎⵏⵜ' },
    ]);
  });

  it('show prices as people read them, quantities of what comes or goes, and the measure where there are several', () => {
    // Six were sold meanwhile: that is not the cooperative's doing.
    expect(between({ variants: [variant(first, 12_000, 4)] })).toEqual([
      { field: 'price', locale: null, before: '89\u00a0DH', after: '120\u00a0DH' },
    ]);
    const two = { ...live, variants: [variant(first, 8900, 10, '250 g'), variant(second, 16_500, 5, '500 g')] };
    const other = { ...live, variants: [variant(first, 8900, 10, '250 g'), variant(third, 30_000, 2, '1 kg')] };
    expect(changesBetween(two, other, reader)).toEqual([
      { field: 'price', locale: null, before: null, after: '1 kg · 300\u00a0DH' },
      { field: 'price', locale: null, before: '500 g · 165\u00a0DH', after: null },
      { field: 'quantity', locale: null, before: null, after: '1 kg · 2' },
      { field: 'quantity', locale: null, before: '500 g · 5', after: null },
    ]);
  });

  it('name the category, count the photos even when only their order changed, and show attributes', () => {
    expect(
      between({ categoryId: 'oil', imageIds: [second ?? '', third ?? ''], attributes: { harvest_year: 2026 } }),
    ).toEqual([
      { field: 'description', locale: null, before: 'allergens: pollen', after: null },
      { field: 'description', locale: null, before: 'harvest_year: 2025', after: 'harvest_year: 2026' },
      { field: 'category', locale: null, before: '« honey »', after: '« oil »' },
      { field: 'photos', locale: null, before: '1', after: '2' },
    ]);
  });

  it('are all additions where nothing is live', () => {
    const changes = changesBetween(null, live, reader);
    expect(changes.map(({ field, before }) => [field, before])).toEqual([
      ['title', null],
      ['title', null],
      ['description', null],
      ['description', null],
      ['description', null],
      ['category', null],
      ['price', null],
      ['quantity', null],
      ['photos', null],
    ]);
  });
});

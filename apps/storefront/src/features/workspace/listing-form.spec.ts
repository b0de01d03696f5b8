import type { ListingDraft } from '@tiwizi/contracts';
import { readListingForm } from './listing-form.server.js';

const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const size = (row: number, values: Partial<Record<'price' | 'stock' | 'weight' | 'measure' | 'variantId', string>>) =>
  Object.fromEntries(
    ['variantId', 'price', 'stock', 'measure', 'weight'].map((field) => [
      `${field}-${row}`,
      values[field as 'price'] ?? '',
    ]),
  );
const read = (values: Record<string, string>, current: ListingDraft = {}) =>
  readListingForm(formOf(values), current, 'fr');

describe('the form of a listing', () => {
  it.each([
    ['89', 8900],
    ['89,50', 8950],
    ['89.5', 8950],
    ['1 234,50', 123_450],
    ['٤٥٫٥٠', 4550],
  ])('reads the price %s as people type it', (typed, amount) => {
    const { patch, problems } = read(size(0, { price: typed, stock: '7', weight: '300' }));
    expect(problems).toEqual({});
    expect(patch.variants).toEqual([{ price: { amount, currency: 'MAD' }, stock: 7, weightGrams: 300 }]);
  });

  it('names every field it cannot read, and keeps nothing of the rest', () => {
    const { patch, problems } = read(size(0, { price: 'cher', stock: '1,5', weight: '0' }));
    expect(problems).toEqual({
      'price-0': 'invalid_amount',
      'stock-0': 'validation/not-integer',
      'weight-0': 'validation/too-small',
    });
    expect(patch.variants).toBeUndefined();
  });

  it('asks for a price above zero', () => {
    expect(read(size(0, { price: '0', stock: '1', weight: '1' })).problems).toEqual({
      'price-0': 'catalog/price-required',
    });
  });

  it('leaves out a size nobody filled in', () => {
    const { patch, problems } = read({
      ...size(0, { price: '10', stock: '1', weight: '100' }),
      ...size(1, {}),
    });
    expect(problems).toEqual({});
    expect(patch.variants).toHaveLength(1);
  });

  it('keeps the identity and the reference of a size that exists', () => {
    const id = '0197a000-0000-7000-8000-000000000001';
    const current: ListingDraft = {
      variants: [{ id, sku: 'MIEL-500', price: { amount: 8900, currency: 'MAD' }, stock: 3, weightGrams: 600 }],
    };
    const { patch } = read(size(0, { variantId: id, price: '95', stock: '4', weight: '600' }), current);
    expect(patch.variants?.[0]).toMatchObject({ id, sku: 'MIEL-500', price: { amount: 9500 }, stock: 4 });
  });

  it('changes only the languages it shows, and remembers the first one written', () => {
    const { patch } = read({ 'title-fr': 'Miel de thym', 'title-ar': '' }, { title: { ar: 'عسل', zgh: 'ⵜⴰⵎⵎⴻⵎⵜ' } });
    expect(patch).toEqual({ title: { fr: 'Miel de thym', zgh: 'ⵜⴰⵎⵎⴻⵎⵜ' }, sourceLocale: 'fr' });
  });

  it('saves nothing of parts that are on another page', () => {
    expect(read({ intent: 'next' }, { categoryId: 'honey' }).patch).toEqual({});
  });
});

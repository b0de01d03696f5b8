import { InvalidInput } from '@tiwizi/errors';
import { newId } from '@tiwizi/persistence';
import { applyChanges } from './draft-changes.js';
import { Listing } from './listing.js';
import { EditedElsewhere, ListingNotFound } from './listing-errors.js';
import { isSameContent } from './submission.js';

const price = { amount: 100, currency: 'MAD' as const };
const none = new Set<string>();
const decision = { reasons: [], field: null, message: null, at: '2026-11-25T00:00:00.000Z' };

describe('a draft', () => {
  it('keeps the id of a variant sent without it: by its measure, or because it is the only one', () => {
    const first = applyChanges({}, { variants: [{ measure: '1 L', price, stock: 1, weightGrams: 1 }] }, none);
    const id = first.variants?.[0]?.id;
    const renamed = applyChanges(first, { variants: [{ measure: '1 litre', price, stock: 1, weightGrams: 1 }] }, none);
    expect(renamed.variants?.[0]?.id).toBe(id);
    const two = ['500 ml', '1 litre'].map((measure) => ({ measure, price, stock: 1, weightGrams: 1 }));
    const grown = applyChanges(renamed, { variants: two }, none);
    expect(grown.variants?.[1]?.id).toBe(id);
    expect(grown.variants?.[0]?.id).not.toBe(id);
  });

  it('knows variants that are on sale though an earlier draft left them out, and no stranger’s', () => {
    const variant = { id: newId(), price, stock: 1, weightGrams: 1 };
    expect(applyChanges({}, { variants: [variant] }, new Set([variant.id])).variants?.[0]?.id).toBe(variant.id);
    expect(() => applyChanges({}, { variants: [variant] }, none)).toThrow(ListingNotFound);
    expect(() => applyChanges({}, { variants: [variant, variant] }, new Set([variant.id]))).toThrow(InvalidInput);
  });

  it('is the same content whatever the order of its fields and the count of its stock', () => {
    const left = { title: { fr: 'A', ar: 'ب' }, variants: [{ id: 'v', price, stock: 3, weightGrams: 1 }] };
    const right = {
      variants: [{ weightGrams: 1, stock: 9, price, id: 'v' }],
      title: { ar: 'ب', fr: 'A' },
      imageIds: [],
    };
    expect(isSameContent(left, right)).toBe(true);
    expect(isSameContent(left, { ...right, title: { fr: 'A' } })).toBe(false);
  });
});

describe('a listing', () => {
  const submitted = () => {
    const listing = Listing.start(newId(), { title: { fr: 'Miel' } });
    return { listing, changeSet: listing.submit(newId(), 'fr') };
  };

  it('goes on as a draft when it was edited while the moderators were reading', () => {
    const { listing, changeSet } = submitted();
    listing.edit({ title: { fr: 'Miel de thym' } }, none);
    expect(listing.decide(changeSet, { ...decision, kind: 'approve' })).toBe(true);
    expect(listing.status).toBe('draft');
    expect(changeSet.content.title).toEqual({ fr: 'Miel' });
  });

  it('takes one decision for one submission', () => {
    const { listing, changeSet } = submitted();
    expect(listing.decide(changeSet, { ...decision, kind: 'reject' })).toBe(true);
    expect(listing.decide(changeSet, { ...decision, kind: 'approve' })).toBe(false);
    expect(listing.status).toBe('refused');
  });

  it('takes none after it was withdrawn', () => {
    const { listing, changeSet } = submitted();
    listing.withdraw(false);
    expect(listing.decide(changeSet, { ...decision, kind: 'approve' })).toBe(false);
    expect(listing.removedAt).not.toBeNull();
  });

  it('refuses an edit that has not seen the last one', () => {
    const { listing } = submitted();
    listing.edit({ title: { fr: 'B' } }, none, 1);
    expect(() => listing.edit({ title: { fr: 'C' } }, none, 1)).toThrow(EditedElsewhere);
  });
});

import type { Listing, ListingDraft } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';

/**
 * EDIT-9: what a cooperative reads beside a product. Sold out is a state of its shelf, not of the listing; a product on
 * sale with changes she has not sent is no draft.
 */
export type ListingState = Listing['status'] | 'sold-out' | 'changed';

export interface ListingView extends Listing {
  readonly state: ListingState;
  readonly decisionText: string | null;
}

/** Texts are typed in these three; English is offered for buyers abroad and may stay empty. */
export const writtenLocales = ['fr', 'ar', 'zgh', 'en'] as const satisfies readonly Locale[];

/** Controls of the editor by the field they fill: an error of the API leads to one of these. */
export function controlOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first === 'variants') return variantControl(third || second, /^\d+$/.test(second) ? Number(second) : 0);
  if (first === 'title' || first === 'description') return second ? `${first}-${second}` : first;
  return (
    { categoryId: 'category', imageIds: 'photos', images: 'photos', price: 'price-0', quantity: 'stock-0' }[first] ??
    first
  );
}

function variantControl(field: string, index: number): string {
  const control = { price: 'price', stock: 'stock', weightGrams: 'weight', measure: 'measure' }[field] ?? 'price';
  return `${control}-${index}`;
}

/** The moderator names a part of the listing; this is where the eye should land. */
export const controlOfPart: Record<string, string> = {
  title: 'title',
  description: 'description',
  category: 'category',
  price: 'price-0',
  quantity: 'stock-0',
  photos: 'photos',
};

export const textIn = (draft: ListingDraft, field: 'title' | 'description', locale: Locale): string =>
  draft[field]?.[locale] ?? '';

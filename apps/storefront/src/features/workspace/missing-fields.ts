import type { ListingDraft } from '@tiwizi/contracts';

export type MissingField = 'photos' | 'title' | 'category' | 'price';

/** What a moderator would send back unread; the API has the last word when the listing is sent. */
export function missingFields(draft: ListingDraft): MissingField[] {
  const missing: [MissingField, boolean][] = [
    ['photos', !draft.imageIds?.length],
    ['title', !Object.values(draft.title ?? {}).some(Boolean)],
    ['category', !draft.categoryId],
    ['price', !draft.variants?.length],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([field]) => field);
}

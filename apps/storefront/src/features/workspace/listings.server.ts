import type { Listing, ListingDraft, ListingRow } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';
import type { z } from 'zod';
import type { ListingState, ListingView } from './listing.js';

type Row = z.infer<typeof ListingRow>;

function stateOf({ status, isLive, stock }: Row): ListingState {
  if (status === 'online' && stock === 0) return 'sold-out';
  return status === 'draft' && isLive ? 'changed' : status;
}

/** A row of the list, with the words a browser cannot make: its clock and calendar are not Morocco's. */
export const listingRow = (row: Row, locale: Locale) => ({
  ...row,
  state: stateOf(row),
  updatedText: formatDate(row.updatedAt, locale),
});
export type ListingRowView = ReturnType<typeof listingRow>;

export const listingView = (listing: Listing, locale: Locale): ListingView => ({
  ...listing,
  state: stateOf(listing),
  decisionText: listing.decision && formatDate(listing.decision.at, locale),
});

export const emptyDraft: ListingDraft = {};

import type { Listing, ListingDraft, ListingRow } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';
import type { z } from 'zod';
import type { ListingView } from './listing.js';

type Row = z.infer<typeof ListingRow>;

/** A row of the list, with the words a browser cannot make: its clock and calendar are not Morocco's. */
export const listingRow = (row: Row, locale: Locale) => ({
  ...row,
  state: row.status === 'online' && row.stock === 0 ? ('sold-out' as const) : row.status,
  updatedText: formatDate(row.updatedAt, locale),
});
export type ListingRowView = ReturnType<typeof listingRow>;

export const listingView = (listing: Listing, locale: Locale): ListingView => ({
  ...listing,
  state: listing.status === 'online' && listing.stock === 0 ? 'sold-out' : listing.status,
  decisionText: listing.decision && formatDate(listing.decision.at, locale),
});

export const emptyDraft: ListingDraft = {};

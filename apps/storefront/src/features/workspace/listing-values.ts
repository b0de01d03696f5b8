import type { Locale } from '@tiwizi/i18n';
import type { TextValues } from './text-fields.js';
import { textIn, type ListingView } from './listing.js';

/** What was just typed and refused, else what is saved. */
export const textValues =
  (listing: ListingView | null, typed: Record<string, string> | undefined): TextValues =>
  (field: 'title' | 'description', locale: Locale) =>
    typed?.[`${field}-${locale}`] ?? (listing ? textIn(listing.draft, field, locale) : '');

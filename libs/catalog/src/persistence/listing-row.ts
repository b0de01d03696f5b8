import type { ListingDraft, ListingRow, ListingStatus, Picture } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import type { z } from 'zod';
import type { Decision } from '../domain/listing.js';

export interface StoredListing {
  id: string;
  slug: string | null;
  status: ListingStatus;
  isLive: boolean;
  draft: ListingDraft;
  revision: number;
  decision: Decision | null;
  updatedAt: string;
  /** The instant to the microsecond, for the list's key. */
  updatedKey: string;
  /** On hand by variant, of those on sale. */
  onHand: Record<string, number> | null;
  picture: Picture;
}

/** Of `l`, a listing, and `p`, its product if it has one. */
export const listingColumns = `
  l.id, p.slug, l.status, (p.id is not null and p.withdrawn_at is null) as "isLive", l.draft, l.revision, l.decision,
  to_char(l.updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", l.updated_at::text as "updatedKey",
  (select jsonb_object_agg(v.id, s.on_hand) from catalog.variant v join catalog.stock_level s on s.variant_id = v.id
   where v.product_id = p.id and v.retired_at is null) as "onHand",
  catalog.pictures_of(catalog.image_ids_of(l.draft),
    coalesce((select craft from catalog.category where id = l.draft ->> 'categoryId'), 'handmade'), l.id) -> 0 as picture`;

export function rowOf(stored: StoredListing, locale: Locale): z.output<typeof ListingRow> {
  const { id, slug, status, isLive, draft, picture, updatedAt } = stored;
  const variants = draft.variants ?? [];
  const prices = variants.map(({ price }) => price.amount);
  const onHand = stored.onHand ? Object.values(stored.onHand) : variants.map(({ stock }) => stock);
  return {
    id,
    slug,
    title: pickText(draft.title ?? {}, locale).text,
    status,
    isLive,
    price: prices.length ? { amount: Math.min(...prices), currency: 'MAD' } : null,
    stock: onHand.reduce((sum, units) => sum + units, 0),
    picture,
    updatedAt,
  };
}

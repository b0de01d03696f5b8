import type { EntityManager } from '@tiwizi/persistence';
import { IsNull } from 'typeorm';
import { Listing } from '../domain/listing.js';
import { ListingNotFound } from '../domain/listing-errors.js';
import type { ListingDraft } from '@tiwizi/contracts';

/** What buyers see of a listing at this moment. */
export interface LiveVersion {
  slug: string;
  version: number;
  content: ListingDraft;
  isWithdrawn: boolean;
}

/** The listing, held against other writers until the transaction ends. Another cooperative's does not exist. */
export async function lockListing(tx: EntityManager, cooperativeId: string, id: string): Promise<Listing> {
  const listing = await tx.findOne(Listing, {
    where: { id, cooperativeId, removedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
  if (!listing) throw new ListingNotFound();
  return listing;
}

export async function liveVersion(tx: EntityManager, productId: string): Promise<LiveVersion | null> {
  const [live] = await tx.query<LiveVersion[]>(
    `select p.slug, p.version, v.content, p.withdrawn_at is not null as "isWithdrawn"
     from catalog.product p
     join catalog.product_version v on v.product_id = p.id and v.version = p.version
     where p.id = $1`,
    [productId],
  );
  return live ?? null;
}

export async function liveVariantIds(tx: EntityManager, productId: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(`select id from catalog.variant where product_id = $1`, [productId]);
  return new Set(rows.map(({ id }) => id));
}

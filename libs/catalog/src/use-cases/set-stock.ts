import { Injectable } from '@nestjs/common';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import type { Listing } from '../domain/listing.js';
import { ListingNotFound } from '../domain/listing-errors.js';
import { StockReserved } from '../domain/stock-errors.js';
import { lockListing } from '../persistence/listing-store.js';
import { countStock } from '../persistence/stock.statements.js';
import { Availability } from './announce-availability.js';

@Injectable()
export class SetStock {
  constructor(
    private readonly database: Database,
    private readonly availability: Availability,
    private readonly journal: AuditJournal,
  ) {}

  /** What was counted on the shelf, at once and without a moderator; never below what buyers were promised. */
  async execute(
    actor: string,
    cooperativeId: string,
    id: string,
    { variantId, onHand }: { variantId: string; onHand: number },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const listing = await lockListing(tx, cooperativeId, id);
      const isOnSale = await this.count(tx, actor, listing, variantId, onHand);
      if (isOnSale) return;
      if (!listing.countDraftStock(variantId, onHand)) throw new ListingNotFound();
      await tx.save(listing);
    });
  }

  private async count(tx: EntityManager, actor: string, { id }: Listing, variantId: string, onHand: number) {
    const [level] = await tx.query<{ reserved: number; isAnnounced: boolean }[]>(countStock, [
      id,
      variantId,
      onHand,
      actor,
    ]);
    if (!level) return false;
    if (level.reserved > onHand) throw new StockReserved(level.reserved);
    if (level.isAnnounced) await this.availability.announce(tx, [id]);
    await this.journal.record(tx, {
      action: 'catalog.stock-counted',
      subject: `product:${id}`,
      actor,
      details: { variantId, onHand },
    });
    return true;
  }
}

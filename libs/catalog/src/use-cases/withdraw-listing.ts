import { Injectable } from '@nestjs/common';
import { ProductWithdrawnV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { liveVersion, lockListing } from '../persistence/listing-store.js';
import { tellShelves } from '../persistence/publication.js';

const takeOffShelf = `
  with withdrawn as (
    update catalog.product set withdrawn_at = now() where id = $1 and withdrawn_at is null returning id
  ), unshelved as (
    delete from catalog.shelf s using withdrawn w where s.product_id = w.id
    returning s.category_id
  )
  select array(select category_id from unshelved) as shelves`;

@Injectable()
export class WithdrawListing {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly journal: AuditJournal,
  ) {}

  async execute(actor: string, cooperativeId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const listing = await lockListing(tx, cooperativeId, id);
      const live = await liveVersion(tx, id);
      if (live?.isWithdrawn && listing.pendingVersion === null && listing.status === 'hidden') return;
      const isHeardOf = live !== null || listing.pendingVersion !== null;
      if (live) await this.takeOffShelf(tx, cooperativeId, id);
      listing.withdraw(live !== null);
      await tx.save(listing);
      // Moderators who still hold the papers of a listing that never was on show hear of it too: it has no slug.
      if (isHeardOf) {
        await this.outbox.publish(tx, ProductWithdrawnV1, { productId: id, cooperativeId, slug: live?.slug ?? '' });
      }
      await this.journal.record(tx, { action: 'catalog.product-withdrawn', subject: `product:${id}`, actor });
    });
  }

  private async takeOffShelf(tx: EntityManager, cooperativeId: string, id: string): Promise<void> {
    const [{ shelves = [] } = {}] = await tx.query<{ shelves?: string[] }[]>(takeOffShelf, [id]);
    await tellShelves(tx, [{ cooperativeId, shelves }]);
  }
}

import { Injectable } from '@nestjs/common';
import type { ListingDraft } from '@tiwizi/contracts';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { cleanDraft } from '../domain/draft-texts.js';
import { Listing } from '../domain/listing.js';
import { OwnImages } from './own-images.js';

@Injectable()
export class CreateListing {
  constructor(
    private readonly database: Database,
    private readonly images: OwnImages,
    private readonly journal: AuditJournal,
  ) {}

  async execute(actor: string, cooperativeId: string, draft: ListingDraft): Promise<string> {
    const clean = cleanDraft(draft);
    await this.images.require(cooperativeId, clean.imageIds);
    const listing = Listing.start(cooperativeId, clean);
    await this.database.transaction(async (tx) => {
      await tx.insert(Listing, listing);
      await this.journal.record(tx, { action: 'catalog.listing-started', subject: `product:${listing.id}`, actor });
    });
    return listing.id;
  }
}

import { Injectable } from '@nestjs/common';
import type { ListingDraft } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';
import { cleanDraft } from '../domain/draft-texts.js';
import { liveVariantIds, lockListing } from '../persistence/listing-store.js';
import { OwnImages } from './own-images.js';

@Injectable()
export class EditListing {
  constructor(
    private readonly database: Database,
    private readonly images: OwnImages,
  ) {}

  /** Saves the fields that were sent. The version on show stays as it is until a moderator accepts another. */
  async execute(
    cooperativeId: string,
    id: string,
    { revision, ...changes }: ListingDraft & { revision?: number | undefined },
  ): Promise<void> {
    const clean = cleanDraft(changes);
    await this.images.require(cooperativeId, clean.imageIds);
    await this.database.transaction(async (tx) => {
      const listing = await lockListing(tx, cooperativeId, id);
      listing.edit(clean, await liveVariantIds(tx, id), revision);
      await tx.save(listing);
    });
  }
}

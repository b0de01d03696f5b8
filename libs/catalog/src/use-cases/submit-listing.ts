import { Injectable } from '@nestjs/common';
import { ListingSubmittedV1 } from '@tiwizi/contracts';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { InvalidInput } from '@tiwizi/errors';
import { Outbox } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { ChangeSet } from '../domain/change-set.js';
import { Listing } from '../domain/listing.js';
import { CooperativeNotSelling, EditedElsewhere, ListingNotFound, NothingToSubmit } from '../domain/listing-errors.js';
import { contentOf, isSameContent, missingFields } from '../domain/submission.js';
import { liveVersion, lockListing } from '../persistence/listing-store.js';
import { takenSkus } from '../persistence/taken-skus.js';
import { OwnImages } from './own-images.js';

export interface Submitter {
  accountId: string;
  locale: Locale;
}

@Injectable()
export class SubmitListing {
  constructor(
    private readonly database: Database,
    private readonly cooperatives: CooperativesApi,
    private readonly images: OwnImages,
    private readonly outbox: Outbox,
    private readonly journal: AuditJournal,
  ) {}

  /** Makes a change set for the moderators. Pressed twice, it makes one. */
  async execute(submitter: Submitter, cooperativeId: string, id: string): Promise<void> {
    const seen = await this.database.dataSource.manager.findOneBy(Listing, { id, cooperativeId });
    if (!seen) throw new ListingNotFound();
    const seller = await this.cooperatives.seller(cooperativeId);
    if (!seller?.isVerified && !seller?.maySell) throw new CooperativeNotSelling();
    const images = await this.images.require(cooperativeId, seen.draft.imageIds);
    const shown = await liveVersion(this.database.dataSource.manager, id);
    const usable = images.filter(({ status }) => status !== 'refused').length;
    const missing = missingFields(seen.draft, usable, shown?.content ?? null);
    if (missing.length) throw new InvalidInput(missing);

    await this.database.transaction(async (tx) => {
      const listing = await lockListing(tx, cooperativeId, id);
      if (listing.revision !== seen.revision) throw new EditedElsewhere(listing.revision);
      if (await this.alreadyWaits(tx, listing)) return;
      const live = await liveVersion(tx, id);
      if (live && !live.isWithdrawn && isSameContent(live.content, contentOf(listing.draft)))
        throw new NothingToSubmit();
      await refuseTakenSkus(tx, listing);
      await this.handIn(tx, listing, submitter);
    });
  }

  private async alreadyWaits(tx: EntityManager, { id, pendingVersion, draft }: Listing): Promise<boolean> {
    if (pendingVersion === null) return false;
    const waiting = await tx.findOneByOrFail(ChangeSet, { productId: id, version: pendingVersion });
    return isSameContent(waiting.content, contentOf(draft));
  }

  private async handIn(tx: EntityManager, listing: Listing, { accountId, locale }: Submitter): Promise<void> {
    const changeSet = listing.submit(accountId, locale);
    await tx.save(listing);
    await tx.insert(ChangeSet, changeSet);
    await this.outbox.publish(tx, ListingSubmittedV1, {
      changeSetId: changeSet.id,
      productId: listing.id,
      cooperativeId: listing.cooperativeId,
      version: changeSet.version,
      submittedBy: accountId,
      sellerLocale: locale,
    });
    await this.journal.record(tx, {
      action: 'catalog.listing-submitted',
      subject: `product:${listing.id}`,
      actor: accountId,
      details: { version: changeSet.version },
    });
  }
}

async function refuseTakenSkus(tx: EntityManager, { id, cooperativeId, draft }: Listing): Promise<void> {
  const variants = contentOf(draft).variants ?? [];
  const skus = variants.map(({ sku }) => sku ?? '');
  const taken = await takenSkus(tx, cooperativeId, id, skus);
  const faults = skus.flatMap((sku, position) =>
    taken.has(sku) || skus.indexOf(sku) < position
      ? [{ path: `variants.${position}.sku`, code: 'catalog/sku-taken' }]
      : [],
  );
  if (faults.length) throw new InvalidInput(faults);
}

import { CaseDecidedV1, ProductPublishedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, Outbox, type EventHandler } from '@tiwizi/events';
import { AuditJournal, lock, type EntityManager } from '@tiwizi/persistence';
import { ChangeSet } from '../domain/change-set.js';
import { Listing } from '../domain/listing.js';
import { freeSlug } from '../persistence/free-slug.js';
import { liveVersion } from '../persistence/listing-store.js';
import { publish } from '../persistence/publication.js';
import { takenSkus } from '../persistence/taken-skus.js';

/** An approval becomes the version on show; anything else is kept with its reasons, and buyers see no difference. */
@EventConsumer()
export class OnCaseDecided implements EventHandler<typeof CaseDecidedV1> {
  readonly name = 'catalog/on-case-decided';
  readonly event = CaseDecidedV1;

  constructor(
    private readonly outbox: Outbox,
    private readonly journal: AuditJournal,
  ) {}

  async handle(tx: EntityManager, decided: PayloadOf<typeof CaseDecidedV1>): Promise<void> {
    const { changeSetId, caseId, kind, reasons, field, message, decidedBy } = decided;
    const changeSet = await tx.findOneBy(ChangeSet, { id: changeSetId });
    if (!changeSet) return;
    const listing = await tx.findOneOrFail(Listing, {
      where: { id: changeSet.productId },
      lock: { mode: 'pessimistic_write' },
    });
    const decision = { kind, reasons, field, message, at: new Date().toISOString() };
    if (!listing.decide(changeSet, decision)) return;
    await tx.save(listing);
    if (kind === 'approve') await this.show(tx, changeSet, decidedBy);
    await this.journal.record(tx, {
      action: kind === 'approve' ? 'catalog.product-published' : 'catalog.listing-returned',
      subject: `product:${listing.id}`,
      actor: decidedBy,
      cause: `case:${caseId}`,
      details: { version: changeSet.version, kind, reasons },
    });
  }

  private async show(tx: EntityManager, changeSet: ChangeSet, decidedBy: string): Promise<void> {
    const { id, productId, cooperativeId, version, content } = changeSet;
    await lock(tx, `catalog/pictures/${cooperativeId}`);
    const live = await liveVersion(tx, productId);
    const variants = content.variants ?? [];
    // Checked when it was handed in; another product may have taken the reference since.
    const taken = await takenSkus(
      tx,
      cooperativeId,
      productId,
      variants.map(({ sku }) => sku ?? ''),
    );
    const { title = {}, description = {}, categoryId = '', sourceLocale, attributes, leadTimeDays, imageIds } = content;
    const published = await publish(
      tx,
      [
        {
          id: productId,
          cooperativeId,
          slug: live?.slug ?? (await freeSlug(tx, productId, content)),
          version,
          categoryId,
          title,
          description,
          ...(sourceLocale && { sourceLocale }),
          ...(attributes && { attributes }),
          ...(leadTimeDays !== undefined && { leadTimeDays }),
          ...(imageIds && { imageIds }),
          publishedAt: new Date(),
          changeSetId: id,
          variants: variants.map(({ id: variantId = '', sku = '', ...variant }) => ({
            ...variant,
            id: variantId,
            sku: taken.has(sku) ? `${sku}-${variantId.slice(-6)}` : sku,
          })),
        },
      ],
      decidedBy,
    );
    await this.outbox.publish(tx, ProductPublishedV1, published);
  }
}

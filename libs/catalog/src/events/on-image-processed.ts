import { ImageProcessedV1, ProductPublishedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, Outbox, type EventHandler } from '@tiwizi/events';
import { lock, type EntityManager } from '@tiwizi/persistence';

const showPhotographs = `
  with shown as (
    update catalog.product p set pictures = catalog.pictures_of(p.image_ids, p.craft, p.id)
    where p.image_ids @> array[$1::uuid]
    returning p.id, p.cooperative_id, p.slug, p.version, p.withdrawn_at
  )
  select id as "productId", cooperative_id as "cooperativeId", slug, version from shown where withdrawn_at is null`;

/** A listing may be accepted before its photographs are ready: the drawing gives way to them. */
@EventConsumer()
export class OnImageProcessed implements EventHandler<typeof ImageProcessedV1> {
  readonly name = 'catalog/on-image-processed';
  readonly event = ImageProcessedV1;

  constructor(private readonly outbox: Outbox) {}

  async handle(
    tx: EntityManager,
    { imageId, cooperativeId, status }: PayloadOf<typeof ImageProcessedV1>,
  ): Promise<void> {
    if (status !== 'ready') return;
    // A listing being accepted at this moment is waited for: either it sees the photograph, or we see it.
    await lock(tx, `catalog/pictures/${cooperativeId}`);
    const shown = await tx.query<PayloadOf<typeof ProductPublishedV1>[]>(showPhotographs, [imageId]);
    if (shown.length) await this.outbox.publish(tx, ProductPublishedV1, shown);
  }
}

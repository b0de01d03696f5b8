import { ImageProcessedV1, ImageUploadedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, Outbox, type EffectHandler } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { Image, originalKey, renditionKey } from '../domain/image.js';
import { Storage } from '../storage/storage.js';
import { drawRenditions, type Drawn } from '../use-cases/draw-renditions.js';

/** Done twice, it writes the same files again and tells it once. */
@EventConsumer()
export class RenderImage implements EffectHandler<typeof ImageUploadedV1> {
  readonly name = 'media/render-image';
  readonly event = ImageUploadedV1;

  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly outbox: Outbox,
  ) {}

  async perform({ imageId }: PayloadOf<typeof ImageUploadedV1>): Promise<void> {
    const image = await this.database.dataSource.manager.findOneBy(Image, { id: imageId });
    if (image?.status !== 'processing') return;
    const original = await this.storage.read(originalKey(imageId));
    if (!original) throw new Error(`the original of image ${imageId} is not in the storage`);
    const drawn = await drawRenditions(original);
    for (const { width, bytes } of drawn?.renditions ?? []) {
      await this.storage.put(renditionKey(imageId, width), bytes);
    }
    await this.tell(image, drawn);
  }

  private async tell({ id, cooperativeId }: Image, drawn: Drawn | null): Promise<void> {
    const outcome = drawn
      ? {
          status: 'ready' as const,
          width: drawn.width,
          height: drawn.height,
          widths: drawn.renditions.map(({ width }) => width),
        }
      : { status: 'refused' as const };
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        Image,
        { id, status: 'processing' },
        { ...outcome, processedAt: new Date() },
      );
      if (!affected) return;
      await this.outbox.publish(tx, ImageProcessedV1, { imageId: id, cooperativeId, status: outcome.status });
    });
  }
}

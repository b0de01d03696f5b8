import { Injectable } from '@nestjs/common';
import { ImageUploadedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { RateLimits } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';
import { createHash } from 'node:crypto';
import { Image, originalKey } from '../domain/image.js';
import { Storage } from '../storage/storage.js';
import { receivePicture } from './receive-picture.js';

const perAccount = { name: 'media/upload', points: 120, seconds: 60 };

@Injectable()
export class UploadImage {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
  ) {}

  /** The same photograph, sent again over a bad line, is the photograph that is already here. */
  async execute(
    uploadedBy: string,
    cooperativeId: string,
    content: AsyncIterable<Buffer>,
  ): Promise<Pick<Image, 'id' | 'status'>> {
    await this.limits.consume(perAccount, uploadedBy);
    const { bytes, format } = await receivePicture(content);
    const checksum = createHash('sha256').update(bytes).digest();
    const known = await this.find(cooperativeId, checksum);
    if (known) return known;

    const image = Image.received({ cooperativeId, uploadedBy, format, byteCount: bytes.length, checksum });
    await this.storage.put(originalKey(image.id), bytes);
    const isNew = await this.database.transaction(async (tx) => {
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(Image)
        .values(image)
        .orIgnore()
        .returning('id')
        .execute();
      if (inserted.raw.length === 0) return false;
      await this.outbox.publish(tx, ImageUploadedV1, { imageId: image.id });
      return true;
    });
    if (isNew) return { id: image.id, status: image.status };
    // Two copies arrived at once; the other one was kept.
    await this.storage.remove(originalKey(image.id));
    return (await this.find(cooperativeId, checksum)) ?? { id: image.id, status: image.status };
  }

  private async find(cooperativeId: string, checksum: Buffer): Promise<Pick<Image, 'id' | 'status'> | undefined> {
    const [known] = await this.database.query<Pick<Image, 'id' | 'status'>>(
      'select id, status from media.image where cooperative_id = $1 and checksum = $2',
      [cooperativeId, checksum],
    );
    return known;
  }
}

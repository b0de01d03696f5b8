import { Injectable } from '@nestjs/common';
import type { Picture } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';

export interface ImageState {
  id: string;
  status: 'processing' | 'ready' | 'refused';
  picture: Picture | null;
}

interface Row {
  id: string;
  status: ImageState['status'];
  url: string;
  srcset: string | null;
  width: number;
  height: number;
}

@Injectable()
export class ImageStates {
  constructor(private readonly database: Database) {}

  /** In the order asked; what is not this cooperative's is not there. */
  async execute(cooperativeId: string, imageIds: readonly string[]): Promise<ImageState[]> {
    if (!imageIds.length) return [];
    const rows = await this.database.query<Row>(
      `select p.id, p.status, p.url, p.srcset, p.width, p.height
       from unnest($2::uuid[]) with ordinality as wanted(id, position)
       join media.image i on i.id = wanted.id and i.cooperative_id = $1
       join media.public_picture p on p.id = i.id
       order by wanted.position`,
      [cooperativeId, imageIds],
    );
    return rows.map(({ id, status, url, srcset, width, height }) => ({
      id,
      status,
      picture: status === 'ready' ? { url, srcset, width, height, isGenerated: false, alt: null } : null,
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { MediaApi, type ImageState } from '@tiwizi/media';
import { ImageNotFound } from '../domain/listing-errors.js';

@Injectable()
export class OwnImages {
  constructor(private readonly media: MediaApi) {}

  /** The photographs named, all of them this cooperative's own; any other does not exist. */
  async require(cooperativeId: string, imageIds: readonly string[] = []): Promise<ImageState[]> {
    const states = await this.media.states(cooperativeId, imageIds);
    const own = new Set(states.map(({ id }) => id));
    const foreign = imageIds.find((id) => !own.has(id));
    if (foreign) throw new ImageNotFound(`image ${foreign} is not one of cooperative ${cooperativeId}`);
    return states;
  }
}

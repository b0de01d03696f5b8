import { Injectable } from '@nestjs/common';
import { ImageStates, type ImageState } from './use-cases/image-states.query.js';

/** What became of a cooperative's photographs. */
@Injectable()
export class MediaApi {
  constructor(private readonly imageStates: ImageStates) {}

  states(cooperativeId: string, imageIds: readonly string[]): Promise<ImageState[]> {
    return this.imageStates.execute(cooperativeId, imageIds);
  }
}

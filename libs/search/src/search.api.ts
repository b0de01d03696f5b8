import { Injectable } from '@nestjs/common';

/** What other parts of the product may ask of the search. */
@Injectable()
export class SearchApi {
  /** Builds the whole index again beside the living one and swaps it in. */
  async reindexAll(_onProgress: (line: string) => void = () => undefined): Promise<void> {}

  /** Makes the index when it is missing or of another version. */
  async ensureIndex(): Promise<void> {}
}

import { RefreshMakers } from './makers/refresh-makers.js';
import { LearnWords } from './spelling/learn-words.js';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { BuildIndex, type Progress } from './index-life/build-index.js';
import { EnsureIndex } from './index-life/ensure-index.js';
import { FindProducts, type ProductQuery } from './use-cases/find-products.query.js';

/** What other parts of the product may ask of the search. */
@Injectable()
export class SearchApi {
  constructor(
    private readonly findProducts: FindProducts,
    private readonly buildIndex: BuildIndex,
    private readonly ensure: EnsureIndex,
    private readonly makers: RefreshMakers,
    private readonly words: LearnWords,
  ) {}

  /** The contract's `SearchResult`, as JSON text. */
  find(query: ProductQuery, locale: Locale): Promise<Buffer> {
    return this.findProducts.execute(query, locale);
  }

  /**
   * Builds the whole index again beside the living one and swaps it in (nothing when somebody else is at it), and
   * reads anew what else the search keeps of cooperatives and titles.
   */
  async reindexAll(onProgress?: Progress): Promise<void> {
    await this.makers.all();
    await this.words.all();
    const isMine = await this.buildIndex.execute(onProgress);
    if (!isMine) onProgress?.('another process is building the index at this moment');
  }

  /** Makes the index when it is missing or of another version, and what else the search keeps when it has nothing. */
  async ensureIndex(): Promise<void> {
    if (await this.makers.isEmpty()) await this.makers.all();
    if (await this.words.isEmpty()) await this.words.all();
    await this.ensure.execute();
  }
}

import type { EngineAnswer } from '../engine/product-search.js';
import type { PageOfHits } from '../engine/engine-request.js';
import type { Wishes } from '../engine/wishes.js';

export type Found = EngineAnswer;

export interface Asked {
  readonly q: string;
  readonly wishes: Wishes;
  readonly page: PageOfHits;
}

import type { PageOfHits } from '../engine/engine-request.js';

/** As deep as hits are ranked by more than the words; what lies deeper is seen by few. */
const rankedDepth = 48;

/** What the engine is asked for, and which part of it is the page. */
export interface RankedWindow {
  readonly asked: PageOfHits;
  readonly shown: PageOfHits;
  readonly isRanked: boolean;
}

/** A page within the depth is cut from all that lie there once they are in order; a deeper one is the engine's own. */
export function windowFor({ offset, limit }: PageOfHits, isByRelevance: boolean): RankedWindow {
  const depth = limit * Math.max(1, Math.floor(rankedDepth / limit));
  const isRanked = isByRelevance && offset + limit <= depth;
  return isRanked
    ? { asked: { offset: 0, limit: depth }, shown: { offset, limit }, isRanked }
    : { asked: { offset, limit }, shown: { offset: 0, limit }, isRanked };
}

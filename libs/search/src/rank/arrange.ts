import { reasonsFor, weights, type RankableHit, type Reason, type Viewpoint } from './points.js';

export type Arranged<Hit> = Hit & { readonly why: readonly Reason[] };

interface Candidate<Hit> {
  readonly hit: Hit;
  readonly why: readonly Reason[];
  readonly score: number;
}

/**
 * Hits in the order of their scores, each with the points its score is made of. A cooperative's second product loses
 * a little to its first, the third more: one maker does not fill a page. The same question on the same day has the
 * same answer.
 */
export function arrange<Hit extends RankableHit>(hits: readonly Hit[], viewpoint: Viewpoint): Arranged<Hit>[] {
  const waiting: Candidate<Hit>[] = hits
    .map((hit) => {
      const why = reasonsFor(hit, viewpoint);
      return { hit, why, score: sumOf(why) };
    })
    .sort((a, b) => b.score - a.score);
  const shown = new Map<string, number>();
  const arranged: Arranged<Hit>[] = [];
  while (waiting.length) {
    const { place, penalty } = best(waiting, shown);
    const [{ hit, why }] = waiting.splice(place, 1) as [Candidate<Hit>];
    const maker = hit.card.cooperative.slug;
    shown.set(maker, (shown.get(maker) ?? 0) + 1);
    arranged.push({ ...hit, why: penalty ? [...why, { code: 'others-of-cooperative', points: penalty }] : why });
  }
  return arranged;
}

export const sumOf = (why: readonly Reason[]): number => why.reduce((sum, { points }) => sum + points, 0);

/** Candidates stand by their scores without penalty: below one that has none, nobody can be better. */
function best<Hit extends RankableHit>(
  waiting: readonly Candidate<Hit>[],
  shown: ReadonlyMap<string, number>,
): { place: number; penalty: number } {
  let found = { place: 0, penalty: 0, score: Number.NEGATIVE_INFINITY };
  for (const [place, { hit, score }] of waiting.entries()) {
    if (score <= found.score) break;
    const penalty = penaltyOf(shown.get(hit.card.cooperative.slug) ?? 0, hit.card.cooperative.slug);
    if (score + penalty > found.score) found = { place, penalty, score: score + penalty };
  }
  return found;
}

const penaltyOf = (above: number, maker: string): number =>
  maker ? Math.max(weights.otherOfCooperative.most, weights.otherOfCooperative.each * above) : 0;

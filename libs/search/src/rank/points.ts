import type { RankReason } from '@tiwizi/contracts';
import type { StoredCard } from '../engine/product-card.js';
import type { RankSignals } from '../engine/product-document.js';
import type { Places } from './places.js';

export interface Reason {
  readonly code: RankReason;
  readonly points: number;
}

/** A product that fits, and what its place depends on. */
export interface RankableHit {
  readonly card: Pick<StoredCard, 'availability' | 'provinceId' | 'regionId' | 'cooperative'>;
  /** Seconds since 1970. */
  readonly publishedAt: number;
  readonly rank: RankSignals;
  /** How well the words fit, by the engine: 1 is as asked. */
  readonly score: number;
  readonly by: Extract<RankReason, 'words-match' | 'same-thing' | 'similar-words'>;
}

export interface Viewpoint {
  readonly now: Date;
  readonly places: Places;
  /** A region or province the visitor named. */
  readonly near: string | null;
}

/**
 * Thousandths of the best possible match. Together all that is not the words weighs less than the step from what a
 * product is to what it merely has to do with: a soap never overtakes the honey that was asked for, unless it is sold
 * out, or the soap is from near the place the visitor named.
 */
export const weights = {
  inStock: 15,
  lowStock: 10,
  soldOut: -120,
  recent: { most: 10, days: 60 },
  near: { most: 40, km: 300 },
  region: 15,
  newCooperative: { points: 12, days: 180 },
  remote: 10,
  small: { points: 8, members: 12 },
  turn: 10,
  otherOfCooperative: { each: -10, most: -20 },
} as const;

const secondsOfDay = 86_400;

/** Every reason but the ones that depend on who stands above; together they are the score. */
export function reasonsFor(hit: RankableHit, { now, places, near }: Viewpoint): Reason[] {
  const { card, rank, publishedAt } = hit;
  const seconds = now.getTime() / 1000;
  const age = (since: number) => (seconds - since) / secondsOfDay;
  const reasons: Reason[] = [
    { code: hit.by, points: Math.round(hit.score * 1000) },
    availability[card.availability],
    { code: 'recent', points: fading(weights.recent.most, age(publishedAt), weights.recent.days) },
    ...(near ? [wayTo(card, near, places)] : []),
    {
      code: 'new-cooperative',
      points: age(rank.shopSince) <= weights.newCooperative.days ? weights.newCooperative.points : 0,
    },
    { code: 'remote-cooperative', points: places.isRemote(card.provinceId) ? weights.remote : 0 },
    {
      code: 'small-cooperative',
      points: rank.members !== null && rank.members <= weights.small.members ? weights.small.points : 0,
    },
    { code: 'turn-of-the-day', points: turnOf(card.cooperative.slug, now) },
  ];
  return reasons.filter(({ points }) => points !== 0);
}

/** Of products that fit alike, another cooperative's comes first each day, whoever asks. */
export function turnOf(cooperative: string, now: Date): number {
  if (!cooperative) return 0;
  const day = Math.floor(now.getTime() / 1000 / secondsOfDay);
  let hash = 0x811c9dc5;
  for (const letter of `${day}/${cooperative}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  // The last bits of such a hash follow the last letter too closely.
  return ((hash ^ (hash >>> 15)) >>> 0) % (weights.turn + 1);
}

const availability: Record<StoredCard['availability'], Reason> = {
  'in-stock': { code: 'in-stock', points: weights.inStock },
  low: { code: 'low-stock', points: weights.lowStock },
  'sold-out': { code: 'sold-out', points: weights.soldOut },
};

function wayTo(card: RankableHit['card'], near: string, places: Places): Reason {
  const km = places.distance(near, card.provinceId);
  const nearness = km === null ? 0 : fading(weights.near.most, km, weights.near.km);
  const isSameRegion = places.regionOf(near) === card.regionId;
  return isSameRegion && nearness < weights.region
    ? { code: 'in-your-region', points: weights.region }
    : { code: 'near-you', points: nearness };
}

/** All of it at nothing, nothing at the end. */
const fading = (most: number, value: number, end: number): number =>
  Math.round(most * Math.min(1, Math.max(0, 1 - value / end)));

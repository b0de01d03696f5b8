import type { Directory } from '../answers/directory.query.js';
import { arrange, sumOf } from './arrange.js';
import { Places } from './places.js';
import { weights, type RankableHit, type Viewpoint } from './points.js';

/**
 * A market as markets are: a few large cooperatives with very many products and well-kept titles, many small ones with
 * a few. Everybody's search is answered with and without the ranking, for some weeks, and who was seen is counted.
 */
const cooperatives = 120;
const queries = 60;
const days = 14;
const firstPage = 24;
const depth = 48;

const provinces = [
  ['MA-CAS', 33.57, -7.59],
  ['MA-RAB', 34.02, -6.84],
  ['MA-FES', 34.03, -5.0],
  ['MA-TNG', 35.77, -5.8],
  ['MA-MAR', 31.63, -8.0],
  ['MA-AGD', 30.42, -9.6],
  ['MA-FIG', 32.53, -1.96],
  ['MA-ZAG', 30.33, -5.84],
  ['MA-OUD', 23.72, -15.93],
] as const;

const directory: Pick<Directory, 'province' | 'region'> = {
  region: new Map(),
  province: new Map(
    provinces.map(([id, latitude, longitude]) => [id, { name: {}, regionId: `R-${id}`, latitude, longitude }]),
  ),
};

const places = new Places(directory);
const start = Date.UTC(2026, 10, 1);

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Hit extends RankableHit {
  /** How well it really fits, for judging. */
  readonly grade: number;
}

/** The engine's scores come in steps: what was asked for, what has to do with it, what only sounds alike. */
function market(next: () => number): Hit[][] {
  const sizes = Array.from({ length: cooperatives }, (_, place) => Math.ceil(60 / (1 + place)));
  return Array.from({ length: queries }, () =>
    sizes
      .flatMap((size, place) =>
        Array.from({ length: size }, () => place)
          .filter(() => next() < 0.25)
          .map(() => hitOf(place, next)),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, depth),
  );
}

function hitOf(place: number, next: () => number): Hit {
  const fit = next();
  const score = fit > 0.45 ? 1.01 : fit > 0.25 ? 0.97 : fit > 0.1 ? 0.94 : 0.75;
  const [provinceId] = provinces[place % provinces.length] ?? provinces[0];
  return {
    score,
    grade: score > 1 ? 3 : score > 0.95 ? 2 : score > 0.8 ? 1 : 0,
    by: 'words-match',
    publishedAt: start / 1000 - next() * 200 * 86_400,
    rank: { shopSince: start / 1000 - (place % 3 === 2 ? 30 : 900) * 86_400, members: place < 20 ? 80 : 9 },
    card: {
      availability: next() > 0.1 ? 'in-stock' : 'sold-out',
      provinceId,
      regionId: `R-${provinceId}`,
      cooperative: {
        id: '',
        slug: `coop-${place}`,
        name: {},
        place: {},
        isVerified: true,
        emblem: '',
      },
    },
  };
}

const discount = (place: number): number => 1 / Math.log2(place + 2);
const gain = (hits: readonly Hit[]): number =>
  hits.slice(0, firstPage).reduce((sum, { grade }, place) => sum + (2 ** grade - 1) * discount(place), 0);

/** Nothing when all are seen alike, one when one is seen alone. */
function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const weighted = sorted.reduce((sum, count, place) => sum + (place + 1) * count, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** How much each cooperative is seen: places near the top count more. */
function exposure(pages: readonly (readonly Hit[])[]): number[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const [place, { card }] of page.slice(0, firstPage).entries())
      seen.set(card.cooperative.slug, (seen.get(card.cooperative.slug) ?? 0) + discount(place));
  }
  return Array.from({ length: cooperatives }, (_, place) => seen.get(`coop-${place}`) ?? 0);
}

const viewpoint = (day: number): Viewpoint => ({ now: new Date(start + day * 86_400_000), places, near: null });

describe('fair exposure', () => {
  const asked = market(seeded(20_261_125));
  const everyDay = Array.from({ length: days }, (_, day) => day);
  const before = everyDay.flatMap(() => asked);
  const after = everyDay.flatMap((day) => asked.map((hits) => arrange(hits, viewpoint(day))));

  it('3.18: more makers are seen, and hardly anything is found less well', () => {
    const [giniBefore, giniAfter] = [gini(exposure(before)), gini(exposure(after))];
    expect(giniAfter).toBeLessThan(giniBefore - 0.05);
    const losses = before.map((hits, place) => {
      const best = gain([...hits].sort((a, b) => b.grade - a.grade));
      return best ? (gain(hits) - gain(after[place] ?? [])) / best : 0;
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toBeLessThanOrEqual(0.05);
  });

  it('gives new, remote and small cooperatives a larger share of what is seen', () => {
    const isFavoured = (place: number) =>
      place >= 20 && (place % 3 === 2 || ['MA-FIG', 'MA-ZAG', 'MA-OUD'].includes(provinces[place % 9]?.[0] ?? ''));
    const share = (counts: readonly number[]) =>
      counts.filter((_, place) => isFavoured(place)).reduce((sum, count) => sum + count, 0) /
      counts.reduce((sum, count) => sum + count, 0);
    expect(share(exposure(after))).toBeGreaterThan(share(exposure(before)) * 1.1);
  });

  it('explains itself: the points told are the score, and hits stand in its order', () => {
    for (const page of after.slice(0, queries) as ReturnType<typeof arrange<Hit>>[]) {
      const scores = page.map(({ why }) => sumOf(why));
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(page.every(({ why, score }) => why[0]?.points === Math.round(score * 1000))).toBe(true);
    }
  });

  it('answers the same all day, and gives others their turn on the next', () => {
    const [hits = []] = asked;
    const order = (day: number) => arrange(hits, viewpoint(day)).map(({ card }) => card.cooperative.slug);
    expect(order(3)).toEqual(order(3));
    expect(order(3.9)).toEqual(order(3));
    expect(order(4)).not.toEqual(order(3));
  });

  it('never lets what merely has to do with it overtake what was asked for', () => {
    for (const page of after) {
      const inStock = page.filter(({ card }) => card.availability === 'in-stock');
      const steps = inStock.map(({ score }) => (score > 1 ? 2 : score < 0.8 ? 0 : 1));
      expect(steps.lastIndexOf(2)).toBeLessThan(steps.indexOf(0) < 0 ? steps.length : steps.indexOf(0));
    }
    const { inStock, recent, newCooperative, remote, small, turn, otherOfCooperative } = weights;
    const most = recent.most + newCooperative.points + remote + small.points + turn - otherOfCooperative.most;
    expect(most).toBeLessThan((1.01 - 1.01 * 0.93) * 1000);
    expect(inStock).toBeLessThan(-weights.soldOut);
  });
});

import { readLoad, type Ask } from '../load/read-load.js';
import type { Place, Scenario } from './place.js';

/** Whoever carries a cookie that may tell who they are gets a page of their own, rendered for them alone. */
const own = { cookie: 'somebody=1' };

const pages = (limit: string | null, connections: number, asks: (place: Place) => Ask[]): Scenario => ({
  limit,
  connections,
  run: (place, load) => readLoad(load, place.api.url, asks(place)),
});

const homes = ['/fr/', '/ar/', '/zgh/'];
const languages = ['fr', 'ar', 'zgh'] as const;
const languageOf = (place: number) => languages[place % languages.length];
const few = 20;

const productPages = ({ material }: Place) =>
  material.products.map(({ slug }, place) => `/${languageOf(place)}/p/${slug}`);
const searchPages = ({ material }: Place) =>
  material.queries.map((q, place) => `/${languageOf(place)}/recherche?q=${encodeURIComponent(q)}`);

const forOne = (list: readonly string[]): Ask[] => list.map((path) => ({ path, headers: own }));
const forAll = (list: readonly string[]): Ask[] => list.slice(0, few).map((path) => ({ path }));

export const pageScenarios: Record<string, Scenario> = {
  ssrHome: pages(null, 8, () => forOne(homes)),
  ssrHomeCached: pages('bareNode', 16, () => forAll(homes)),
  ssrProduct: pages(null, 8, (place) => forOne(productPages(place))),
  ssrProductCached: pages('bareNode', 16, (place) => forAll(productPages(place))),
  ssrSearch: pages(null, 8, (place) => forOne(searchPages(place))),
  ssrSearchCached: pages('bareNode', 16, (place) => forAll(searchPages(place))),
};

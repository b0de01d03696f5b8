import { readLoad } from '../load/read-load.js';
import type { Measured } from '../load/measured.js';
import type { Place, Scenario, SearchKind } from './place.js';

/** What most people ask for at any moment: the short memory of the api answers nearly all of it. */
const repeatedWords = [
  'miel',
  'huile argan',
  'tapis',
  'safran',
  'savon noir',
  'عسل',
  'أركان',
  'زربية',
  'ⵜⴰⵎⵎⵏⵜ',
  'ⴰⵔⴳⴰⵏ',
  'amlou',
  'poterie',
  'zrbiya',
  'dattes',
  'couscous',
];

export const searchPath = (q: string): string => `/api/v1/search?q=${encodeURIComponent(q)}&locale=fr`;

const isByEngine = (body: string): boolean => !body.includes('"isFallback":true');
const toAsks = (paths: readonly string[]) => paths.map((path) => ({ path }));

const limits: Record<SearchKind, string> = {
  search: 'bareMeilisearch',
  searchPlain: 'bareMeilisearchPlain',
  searchFiltered: 'bareMeilisearchFiltered',
  suggest: 'bareMeilisearchSuggest',
};

const ours = (kind: SearchKind): Scenario => ({
  limit: limits[kind],
  connections: 16,
  run: async (place, load) => {
    const asked = place.paths.searches[kind];
    return asked && readLoad(load, place.api.url, toAsks(asked), isByEngine);
  },
});

/** The engine alone, asked exactly what our search asks it for the same words: as many whole searches a second. */
const bare = (kind: SearchKind): Scenario => ({
  limit: null,
  connections: 16,
  run: async ({ engineWork, meilisearchUrl }, load) => {
    const work = engineWork[kind];
    if (!work?.asks.length) return null;
    return wholeSearches(await readLoad(load, meilisearchUrl, work.asks), work.asks.length / work.searches);
  },
});

/** Several questions make one search; latencies stay those of one question. */
function wholeSearches(measured: Measured, questions: number): Measured {
  const { cpuMs, cpuMsPerRequest, perSecond } = measured;
  return {
    ...measured,
    perSecond: perSecond / questions,
    cpuMsPerRequest: cpuMsPerRequest * questions,
    cpuMs: Object.fromEntries(Object.entries(cpuMs).map(([part, ms]) => [part, ms * questions])),
  };
}

export const searchScenarios: Record<string, Scenario> = {
  bareMeilisearch: bare('search'),
  bareMeilisearchPlain: bare('searchPlain'),
  bareMeilisearchFiltered: bare('searchFiltered'),
  bareMeilisearchSuggest: bare('suggest'),
  search: ours('search'),
  searchPlain: ours('searchPlain'),
  searchFiltered: ours('searchFiltered'),
  searchRepeated: {
    limit: 'bareMeilisearch',
    connections: 16,
    run: (place: Place, load) => readLoad(load, place.api.url, toAsks(repeatedWords.map(searchPath)), isByEngine),
  },
  suggest: ours('suggest'),
};

/** The questions of each kind, all different; three thousand are more than any memory of the api keeps. */
export function searchPaths(queries: readonly string[], categoryIds: readonly string[]): Record<SearchKind, string[]> {
  const narrowed = (q: string, place: number) =>
    `${searchPath(q)}&category=${categoryIds[place % categoryIds.length]}&priceMax=${100 + 50 * (place % 8)}`;
  return {
    search: queries.map(searchPath),
    searchPlain: queries.map((q) => `${searchPath(q)}&facets=none`),
    searchFiltered: queries.map(narrowed),
    suggest: queries.map((q) => `/api/v1/search/suggestions?q=${encodeURIComponent(q)}`),
  };
}

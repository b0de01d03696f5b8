import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { Question } from './query-plan.js';
import { filterOf, type Facet, type Wishes } from './wishes.js';

/** Facets of a document and the names the answer gives them. */
export const facetFields: Record<Facet, string> = {
  category: 'categoryIds',
  region: 'regionId',
  province: 'provinceId',
  cooperative: 'cooperativeSlug',
  label: 'labelIds',
  availability: 'availability',
  womenLed: 'isWomenLed',
  shipsTo: 'shipsTo',
  price: 'priceAmount',
};

export interface PageOfHits {
  readonly offset: number;
  readonly limit: number;
}

const sorts: Record<NonNullable<Wishes['sort']>, string[] | undefined> = {
  relevance: undefined,
  nearest: undefined,
  'price-asc': ['priceAmount:asc'],
  'price-desc': ['priceAmount:desc'],
  newest: ['publishedAt:desc'],
};

/** All questions as one search of the engine: each product once, at its best weighted score. */
export function engineRequest(
  indexUid: string,
  questions: readonly Question[],
  wishes: Wishes,
  page: PageOfHits,
  facets: readonly Facet[],
  without?: Facet,
): FederatedMultiSearchParams {
  const filter = filterOf(wishes, without);
  // Nothing asked is everything, newest first.
  const sort = sorts[wishes.sort ?? 'relevance'] ?? (questions.length ? undefined : sorts.newest);
  const asked: readonly Question[] = questions.length ? questions : [{ q: '', fields: [], weight: 1 }];
  return {
    federation: {
      offset: page.offset,
      limit: page.limit,
      ...(facets.length && {
        facetsByIndex: { [indexUid]: facets.map((facet) => facetFields[facet]) },
      }),
    },
    queries: asked.map((question) => engineQuery(indexUid, question, filter, sort)),
  };
}

const isOneOf = (field: string, ids: readonly string[]): string[] =>
  ids.map((id) => `${field} = ${JSON.stringify(id)}`);

function engineQuery(
  indexUid: string,
  { q, fields, weight, locales, threshold, things = [], heads, isStrict }: Question,
  filter: readonly string[],
  sort: string[] | undefined,
): MultiSearchQueryWithFederation {
  const named = things.map((ids) => isOneOf('sh.things', ids));
  const every = [...named, ...(heads ? [isOneOf('sh.heads', heads)] : []), ...filter];
  return {
    indexUid,
    q,
    attributesToRetrieve: ['id', 'card', 'publishedAt', 'rank'],
    matchingStrategy: isStrict ? 'all' : 'frequency',
    federationOptions: { weight },
    ...(fields.length && q && { attributesToSearchOn: [...fields] }),
    ...(locales && { locales: [...locales] }),
    ...(threshold !== undefined && { rankingScoreThreshold: threshold }),
    ...(every.length && { filter: every }),
    ...(sort && { sort }),
  };
}

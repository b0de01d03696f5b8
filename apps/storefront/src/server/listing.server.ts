import { Search, type SearchResult } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { data, type RouterContextProvider } from 'react-router';
import { api, isApiProblem } from '../app-context.js';
import { readFilters, type Filters } from '../features/search/filters.js';
import { categoryTree, type CategoryTree } from './categories.server.js';
import { cookieOf, setCookie } from './cookies.server.js';
import { deliveryCities, regionsOf, type City } from './delivery.server.js';
import { narrowed, placesAsked, withRegions } from './listing-words.js';

/** What the page itself stands for. */
export interface Fixed {
  readonly category?: string;
  readonly cooperative?: string;
}

export interface Listing {
  readonly filters: Filters;
  readonly result: SearchResult;
  readonly cities: readonly City[];
  /** The city chosen before, here or for a delivery. */
  readonly remembered: string | null;
}

const pageSize = 24;
/** The makers with most to offer here; the others are found by name. */
const mostMakers = 60;

/** A list of products for the filters in the address. */
export async function findListing(
  request: Request,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
  fixed: Fixed = {},
): Promise<Listing> {
  const [tree, cities, regions] = await Promise.all([
    categoryTree(locale, context),
    deliveryCities(locale, context),
    regionsOf(locale, context),
  ]);
  const filters = readFilters(new URL(request.url).searchParams);
  const result = await found(filters, locale, context, fixed, pageSize);
  const before = cookieOf(request, 'tiwizi_city');
  return {
    filters,
    result: withWords(withRegions(result, filters, regions), tree, filters, fixed),
    cities,
    remembered: cities.some(({ id }) => id === before) ? (before ?? null) : null,
  };
}

/** Where somebody said they are is known on their next visit, and nowhere else than in their browser. */
export function remembering(request: Request, { filters, cities, remembered }: Listing): ResponseInit | undefined {
  const { near } = filters;
  if (!near || near === remembered || !cities.some(({ id }) => id === near)) return undefined;
  return { headers: { 'Set-Cookie': setCookie(request, 'tiwizi_city', near) } };
}

/** How many there are, for a button that says so. */
export async function countListing(
  address: URLSearchParams,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
  fixed: Fixed,
): Promise<number> {
  const { total } = await found(readFilters(address), locale, context, fixed, 1);
  return total;
}

async function found(
  filters: Filters,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
  fixed: Fixed,
  limit: number,
): Promise<SearchResult> {
  const [tree, regions] = await Promise.all([categoryTree(locale, context), regionsOf(locale, context)]);
  const categories = narrowed(
    filters.category.flatMap((word) => tree.find(word)?.id ?? []),
    (id) => tree.trail(id).map((node) => node.id),
  );
  const inside = categories.filter((id) => isInside(tree, id, fixed.category));
  return api(context)
    .call(Search, {
      query: {
        locale,
        q: filters.q || undefined,
        category: asked(fixed.category && !inside.length ? [fixed.category] : inside),
        ...placesAsked(filters, regions),
        cooperative: asked(fixed.cooperative ? [fixed.cooperative] : filters.cooperative),
        label: asked(filters.label),
        shipsTo: asked(filters.shipsTo),
        priceMin: filters.priceMin ?? undefined,
        priceMax: filters.priceMax ?? undefined,
        inStock: filters.inStock ? 'true' : undefined,
        womenLed: filters.womenLed ? 'true' : undefined,
        near: filters.near ?? undefined,
        sort: filters.sort,
        limit,
        page: filters.page,
      },
    })
    .catch((error: unknown) => {
      // Too many questions in a minute, for instance: a page of its own, not a fault of ours.
      if (isApiProblem(error) && error.status < 500) throw data(null, { status: error.status });
      throw error;
    });
}

const asked = (values: readonly string[]): string[] | undefined => (values.length ? [...values] : undefined);

const isInside = (tree: CategoryTree, id: string, above: string | undefined): boolean =>
  !above || (id !== above && tree.trail(id).some((node) => node.id === above));

/** Categories are addressed by words, not by ids; of the makers those with most to offer, and those chosen. */
function withWords(result: SearchResult, tree: CategoryTree, filters: Filters, fixed: Fixed): SearchResult {
  const word = (id: string) => tree.find(id)?.slug ?? id;
  const category = result.facets.category
    .filter(({ value }) => isInside(tree, value, fixed.category))
    .map((facet) => ({ ...facet, value: word(facet.value), parentId: facet.parentId && word(facet.parentId) }));
  const cooperative = result.facets.cooperative.filter(
    ({ value }, position) => position < mostMakers || filters.cooperative.includes(value),
  );
  return { ...result, facets: { ...result.facets, category, cooperative } };
}

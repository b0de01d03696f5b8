import { Search, type SearchResult } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { data, type RouterContextProvider } from 'react-router';
import { api, isApiProblem } from '../app-context.js';
import { readFilters, type Filters } from '../features/search/filters.js';
import { categoryTree, type CategoryTree } from './categories.server.js';

export interface Listing {
  readonly filters: Filters;
  readonly result: SearchResult;
}

const pageSize = 24;
/** The makers with most to offer here; the others are found by name. */
const mostMakers = 24;

/** A list of products for the filters in the address; `fixed` is what the page itself stands for. */
export async function findListing(
  address: URLSearchParams,
  locale: Locale,
  context: Readonly<RouterContextProvider>,
  fixed: { category?: string; cooperative?: string } = {},
): Promise<Listing> {
  const tree = await categoryTree(locale, context);
  const filters = readFilters(address);
  const categories = filters.category.flatMap((word) => tree.find(word)?.id ?? []);
  const result = await api(context)
    .call(Search, {
      query: {
        locale,
        q: filters.q || undefined,
        category: asked(fixed.category && !categories.length ? [fixed.category] : categories),
        region: asked(filters.region),
        cooperative: asked(fixed.cooperative ? [fixed.cooperative] : filters.cooperative),
        label: asked(filters.label),
        priceMin: filters.priceMin ?? undefined,
        priceMax: filters.priceMax ?? undefined,
        inStock: filters.inStock ? 'true' : undefined,
        sort: filters.sort,
        limit: pageSize,
        page: filters.page,
      },
    })
    .catch((error: unknown) => {
      // Too many questions in a minute, for instance: a page of its own, not a fault of ours.
      if (isApiProblem(error) && error.status < 500) throw data(null, { status: error.status });
      throw error;
    });
  return { filters, result: withWords(result, tree, filters) };
}

const asked = (values: readonly string[]): string[] | undefined => (values.length ? [...values] : undefined);

/** Categories are addressed by words, not by ids; of the makers those with most to offer, and those chosen. */
function withWords(result: SearchResult, tree: CategoryTree, filters: Filters): SearchResult {
  const category = result.facets.category.map((facet) => ({
    ...facet,
    value: tree.find(facet.value)?.slug ?? facet.value,
  }));
  const cooperative = result.facets.cooperative.filter(
    ({ value }, position) => position < mostMakers || filters.cooperative.includes(value),
  );
  return { ...result, facets: { ...result.facets, category, cooperative } };
}

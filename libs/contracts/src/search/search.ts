import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { ProductCard } from '../catalog/products.js';
import { LocaleQuery, LocalizedText, PageSize } from '../shared/values.js';

const many = z.union([z.string().max(60), z.array(z.string().max(60)).max(20)]).optional();
/** Amounts in whole dirhams as buyers type them; several values of one facet mean OR, facets mean AND. */
export const SearchQuery = z.strictObject({
  ...LocaleQuery,
  q: z.string().max(200).optional(),
  category: many,
  region: many,
  cooperative: many,
  label: many,
  priceMin: z.coerce.number().int().min(0).max(1_000_000).optional(),
  priceMax: z.coerce.number().int().min(0).max(1_000_000).optional(),
  inStock: z.enum(['true', 'false']).optional(),
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'newest']).optional(),
  limit: PageSize.optional(),
  page: z.coerce.number().int().min(1).max(1000).optional(),
});
export const FacetValue = z.strictObject({ value: z.string(), label: LocalizedText, count: z.int() });
export const SearchResult = z
  .strictObject({
    hits: z.array(ProductCard),
    total: z.int(),
    page: z.int(),
    pageCount: z.int(),
    facets: z.strictObject({
      category: z.array(FacetValue),
      region: z.array(FacetValue),
      cooperative: z.array(FacetValue),
      label: z.array(FacetValue),
      availability: z.array(FacetValue),
      price: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
    }),
    /** The engine is down and PostgreSQL answered: said on the page. */
    isFallback: z.boolean(),
    /** Only the consonant key matched: "did you mean", never a redirect. */
    isGuess: z.boolean(),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof SearchResult>;
export const Search = endpoint({
  id: 'search/find',
  method: 'GET',
  path: '/search',
  access: 'public',
  isRawJson: true,
  summary: 'Find products in every script.',
  query: SearchQuery,
  response: SearchResult,
});
export const Suggest = endpoint({
  id: 'search/suggest',
  method: 'GET',
  path: '/search/suggestions',
  access: 'public',
  isRawJson: true,
  summary: 'At most 8 suggestions while typing.',
  query: z.strictObject({ ...LocaleQuery, q: z.string().max(200) }),
  response: z.strictObject({
    products: z.array(z.strictObject({ slug: z.string(), title: LocalizedText })),
    cooperatives: z.array(z.strictObject({ slug: z.string(), name: LocalizedText })),
  }),
});

import { z } from 'zod';
import { ProductCard } from '../catalog/products.js';
import { CooperativeChip } from '../cooperatives/cooperatives.js';
import { endpoint } from '../shared/endpoint.js';
import { LocaleQuery, LocalizedText, Money, PageSize, Picture } from '../shared/values.js';

const many = z.union([z.string().max(60), z.array(z.string().max(60)).max(20)]).optional();
/** A region (`MA-09`) or a province (`MA-AGD`). */
const PlaceCode = z
  .string()
  .max(10)
  .regex(/^MA-[0-9A-Z]{2,3}$/);

/** Amounts in whole dirhams as buyers type them; several values of one facet mean OR, facets mean AND. */
export const SearchQuery = z.strictObject({
  ...LocaleQuery,
  q: z.string().max(200).optional(),
  category: many,
  region: many,
  province: many,
  cooperative: many,
  label: many,
  /** Countries a product is sent to (`MA`). */
  shipsTo: many,
  priceMin: z.coerce.number().int().min(0).max(1_000_000).optional(),
  priceMax: z.coerce.number().int().min(0).max(1_000_000).optional(),
  inStock: z.enum(['true', 'false']).optional(),
  womenLed: z.enum(['true', 'false']).optional(),
  /** Where the visitor says they are: what is made nearby gains by it. `nearest` without a place is by relevance. */
  near: PlaceCode.optional(),
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'newest', 'nearest']).optional(),
  limit: PageSize.optional(),
  page: z.coerce.number().int().min(1).max(1000).optional(),
});

export const FacetValue = z.strictObject({ value: z.string(), label: LocalizedText, count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;
/** Categories are a tree: `parentId` is the category above, null for those at the top. */
export const CategoryFacetValue = z.strictObject({ ...FacetValue.shape, parentId: z.string().nullable() });
/** Provinces stand in their regions. */
export const ProvinceFacetValue = z.strictObject({ ...FacetValue.shape, regionId: z.string() });

/** Why a product stands where it stands: a sentence each in every language of the page. */
export const rankReasons = [
  // What was asked: how well the words fit.
  'words-match',
  'same-thing',
  'similar-words',
  // What it is: availability, age, way to the visitor.
  'in-stock',
  'low-stock',
  'sold-out',
  'recent',
  'near-you',
  'in-your-region',
  // Places kept for those who would be seen least.
  'new-cooperative',
  'remote-cooperative',
  'small-cooperative',
  'turn-of-the-day',
  // Others of the same cooperative stand above.
  'others-of-cooperative',
] as const;
export const RankReason = z.enum(rankReasons);
export type RankReason = z.infer<typeof RankReason>;
/** Points in thousandths; all points of a hit together are its score, and hits stand in the order of their scores. */
export const Reason = z.strictObject({ code: RankReason, points: z.int() });

/** A stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export const Mark = z.strictObject({ start: z.int(), end: z.int() });
export type Mark = z.infer<typeof Mark>;

export const ProductHit = z
  .strictObject({
    ...ProductCard.shape,
    provinceId: z.string(),
    isWomenLed: z.boolean(),
    labelIds: z.array(z.string()),
    /** Words of `title.text` that were asked for, in whatever script and spelling. */
    titleMarks: z.array(Mark),
    /** Only by relevance, and only as deep as hits are ranked by more than the words: otherwise empty. */
    why: z.array(Reason),
    /** Kilometres between chief towns; null without `near`. */
    distanceKm: z.int().nullable(),
  })
  .meta({ id: 'ProductHit' });
export type ProductHit = z.infer<typeof ProductHit>;

export const CooperativeHit = z
  .strictObject({
    ...CooperativeChip.shape,
    regionId: z.string(),
    provinceId: z.string(),
    isWomenLed: z.boolean(),
    productCount: z.int(),
    nameMarks: z.array(Mark),
  })
  .meta({ id: 'CooperativeHit' });
export type CooperativeHit = z.infer<typeof CooperativeHit>;

export const SearchResult = z
  .strictObject({
    hits: z.array(ProductHit),
    total: z.int(),
    page: z.int(),
    pageCount: z.int(),
    facets: z.strictObject({
      category: z.array(CategoryFacetValue),
      region: z.array(FacetValue),
      province: z.array(ProvinceFacetValue),
      cooperative: z.array(FacetValue),
      label: z.array(FacetValue),
      availability: z.array(FacetValue),
      /** One value, `true`. */
      womenLed: z.array(FacetValue),
      shipsTo: z.array(FacetValue),
      price: z.strictObject({ min: z.int(), max: z.int() }).nullable(),
    }),
    /** Cooperatives of such a name, at most three, on the first page of a search in words. */
    cooperatives: z.array(CooperativeHit),
    /** "Did you mean": the words asked, put right from titles of the catalogue. Only when what was found is poor. */
    proposal: z.string().nullable(),
    /** The place `near` stands for. */
    near: z.strictObject({ id: z.string(), name: LocalizedText }).nullable(),
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

export const SearchCooperatives = endpoint({
  id: 'search/cooperatives',
  method: 'GET',
  path: '/search/cooperatives',
  access: 'public',
  isRawJson: true,
  summary: 'Find verified cooperatives by name, in every script.',
  query: z.strictObject({
    ...LocaleQuery,
    q: z.string().max(200),
    region: many,
    province: many,
    womenLed: z.enum(['true', 'false']).optional(),
    limit: PageSize.optional(),
    page: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.strictObject({
    hits: z.array(CooperativeHit),
    total: z.int(),
    page: z.int(),
    pageCount: z.int(),
  }),
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
    products: z.array(
      z.strictObject({
        slug: z.string(),
        title: LocalizedText,
        titleMarks: z.array(Mark),
        picture: Picture,
        /** The lowest variant's, as on a card. */
        price: Money,
      }),
    ),
    cooperatives: z.array(
      z.strictObject({
        slug: z.string(),
        name: LocalizedText,
        nameMarks: z.array(Mark),
        place: LocalizedText,
        emblem: z.string(),
      }),
    ),
    categories: z.array(z.strictObject({ id: z.string(), name: LocalizedText, nameMarks: z.array(Mark) })),
    regions: z.array(z.strictObject({ id: z.string(), name: LocalizedText, nameMarks: z.array(Mark) })),
  }),
});

/** What narrows an answer: values of one facet mean OR, facets mean AND. */
export interface Wishes {
  readonly category?: readonly string[];
  readonly region?: readonly string[];
  readonly province?: readonly string[];
  readonly cooperative?: readonly string[];
  readonly label?: readonly string[];
  readonly shipsTo?: readonly string[];
  readonly womenLed?: true;
  /** Whole minor units, both included. */
  readonly priceMin?: number;
  readonly priceMax?: number;
  readonly inStock?: true;
  readonly sort?: 'relevance' | 'price-asc' | 'price-desc' | 'newest' | 'nearest';
  /** For `nearest`: every province, in the order of its distance. */
  readonly nearestFirst?: readonly string[];
}

export const facets = [
  'category',
  'region',
  'province',
  'cooperative',
  'label',
  'availability',
  'womenLed',
  'shipsTo',
  'price',
] as const;
export type Facet = (typeof facets)[number];

/** Facets a buyer has narrowed; their counts are made without them, or the other values would show zero. */
export const narrowed = (wishes: Wishes): Facet[] => facets.filter((facet) => conditionOf(facet, wishes) !== null);

export const filterOf = (wishes: Wishes, without?: Facet): string[] =>
  facets
    .filter((facet) => facet !== without)
    .map((facet) => conditionOf(facet, wishes))
    .filter((condition) => condition !== null);

function conditionOf(facet: Facet, wishes: Wishes): string | null {
  switch (facet) {
    case 'category':
      return oneOf('categoryIds', wishes.category);
    case 'region':
      return oneOf('regionId', wishes.region);
    case 'province':
      return oneOf('provinceId', wishes.province);
    case 'cooperative':
      return oneOf('cooperativeSlug', wishes.cooperative);
    case 'label':
      return oneOf('labelIds', wishes.label);
    case 'availability':
      return wishes.inStock ? 'availability != "sold-out"' : null;
    case 'womenLed':
      return wishes.womenLed ? 'isWomenLed = true' : null;
    case 'shipsTo':
      return oneOf('shipsTo', wishes.shipsTo);
    case 'price':
      return priceRange(wishes);
  }
}

/** Quoted as JSON: what a visitor sends can end no string and start no condition. */
const oneOf = (field: string, values: readonly string[] | undefined): string | null =>
  values?.length ? `${field} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]` : null;

function priceRange({ priceMin, priceMax }: Wishes): string | null {
  const bounds = [
    priceMin !== undefined && `priceAmount >= ${priceMin}`,
    priceMax !== undefined && `priceAmount <= ${priceMax}`,
  ].filter((bound) => bound !== false);
  return bounds.length ? bounds.join(' AND ') : null;
}

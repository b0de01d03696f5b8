/** What a list of products is narrowed by. The address is the state: everything here is read from it and written to it. */
export interface Filters {
  readonly q: string;
  readonly category: readonly string[];
  readonly region: readonly string[];
  readonly province: readonly string[];
  readonly cooperative: readonly string[];
  readonly label: readonly string[];
  readonly shipsTo: readonly string[];
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly inStock: boolean;
  readonly womenLed: boolean;
  /** The province the visitor looks from; it narrows nothing, it brings what is near closer to the top. */
  readonly near: string | null;
  readonly sort: Sort;
  readonly page: number;
}

export const sorts = ['relevance', 'price-asc', 'price-desc', 'newest', 'nearest'] as const;
export type Sort = (typeof sorts)[number];
const sortWords: Record<Sort, string> = {
  relevance: 'pertinence',
  'price-asc': 'prix-croissant',
  'price-desc': 'prix-decroissant',
  newest: 'nouveautes',
  nearest: 'proximite',
};
export const sortWord = (sort: Sort): string => sortWords[sort];

export const facets = ['category', 'region', 'province', 'cooperative', 'label', 'shipsTo'] as const;
export type Facet = (typeof facets)[number];
export const facetWords: Record<Facet, string> = {
  category: 'categorie',
  region: 'region',
  province: 'province',
  cooperative: 'cooperative',
  label: 'label',
  shipsTo: 'livre',
};

const longestQuery = 200;

/** Whatever stands in the address, the page is a normal one: what makes no sense is left out. */
export function readFilters(address: URLSearchParams): Filters {
  const many = (facet: Facet) => [...new Set(address.getAll(facetWords[facet]).filter(isWord))].slice(0, 20);
  const amount = (name: string) => wholeNumber(address.get(name), 1_000_000);
  const written = address.get('tri');
  return {
    q: [...(address.get('q') ?? '').trim()].slice(0, longestQuery).join(''),
    category: many('category'),
    region: many('region'),
    province: many('province'),
    cooperative: many('cooperative'),
    label: many('label'),
    shipsTo: many('shipsTo'),
    priceMin: amount('prix_min'),
    priceMax: amount('prix_max'),
    inStock: address.get('dispo') === 'stock',
    womenLed: address.get('femmes') === '1',
    near: provinceIn(address.get('pres')),
    sort: sorts.find((sort) => sortWords[sort] === written) ?? 'relevance',
    page: Math.max(1, wholeNumber(address.get('page'), 1000) ?? 1),
  };
}

const provinceIn = (value: string | null): string | null => (value && /^MA-[0-9A-Z]{2,3}$/.test(value) ? value : null);

const isWord = (value: string): boolean => /^[\w-]{1,60}$/.test(value);

function wholeNumber(value: string | null, most: number): number | null {
  const written = value?.trim() ?? '';
  return /^\d{1,9}$/.test(written) ? Math.min(Number(written), most) : null;
}

/** The same list as an address; the first page and the usual order need no words. */
export function writeFilters(filters: Filters): string {
  const address = new URLSearchParams();
  if (filters.q) address.set('q', filters.q);
  for (const facet of facets) for (const value of filters[facet]) address.append(facetWords[facet], value);
  if (filters.priceMin !== null) address.set('prix_min', String(filters.priceMin));
  if (filters.priceMax !== null) address.set('prix_max', String(filters.priceMax));
  if (filters.inStock) address.set('dispo', 'stock');
  if (filters.womenLed) address.set('femmes', '1');
  if (filters.near) address.set('pres', filters.near);
  if (filters.sort !== 'relevance') address.set('tri', sortWords[filters.sort]);
  if (filters.page > 1) address.set('page', String(filters.page));
  return address.size ? `?${address}` : '';
}

export const without = (filters: Filters, facet: Facet, value: string): Filters => ({
  ...filters,
  page: 1,
  [facet]: filters[facet].filter((one) => one !== value),
});

/** The words, the order and the place stay, everything else goes. */
export const cleared = ({ q, sort, near }: Filters): Filters => ({
  ...readFilters(new URLSearchParams()),
  q,
  sort,
  near,
});

export const countFilters = (filters: Filters): number =>
  facets.reduce((sum, facet) => sum + filters[facet].length, 0) +
  Number(filters.priceMin !== null) +
  Number(filters.priceMax !== null) +
  Number(filters.inStock) +
  Number(filters.womenLed);

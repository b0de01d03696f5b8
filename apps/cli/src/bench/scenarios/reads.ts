import { readLoad } from '../load/read-load.js';
import { locales, type Place, type Scenario } from './place.js';

const paths = (list: readonly string[]) => list.map((path) => ({ path }));

const reads = (limit: string | null, of: (place: Place) => string[], connections = 16): Scenario => ({
  limit,
  connections,
  run: (place, load) => readLoad(load, place.api.url, paths(of(place))),
});

const productPath = ({ slug }: { slug: string }) => `/api/v1/products/${slug}`;
/** What everybody looks at; the api remembers it until it changes. */
const popular = 200;

/**
 * Lists, products and cooperatives that many visitors ask for: the api answers from its memory. `…Uncached` asks for
 * more different things than it keeps: PostgreSQL answers each.
 */
export const readScenarios: Record<string, Scenario> = {
  bareNode: {
    limit: null,
    connections: 16,
    run: (place, load) => readLoad(load, place.bareNode.url, paths(['/'])),
  },
  bareFastifyPg: {
    limit: null,
    connections: 16,
    run: ({ bare, material }, load) => readLoad(load, bare.url, paths(material.products.map(({ id }) => `/one/${id}`))),
  },
  list: reads('bareFastifyPg', (place) => place.paths.list.slice(0, popular)),
  listUncached: reads('bareFastifyPg', (place) => place.paths.list),
  category: reads('bareFastifyPg', (place) => place.paths.category.slice(0, popular)),
  categoryUncached: reads('bareFastifyPg', (place) => place.paths.category),
  product: reads('bareFastifyPg', ({ material }) => material.products.slice(0, popular).map(productPath)),
  productUncached: reads('bareFastifyPg', ({ material }) =>
    locales.flatMap((locale) => material.products.map((one) => `${productPath(one)}?locale=${locale}`)),
  ),
  cooperative: reads('bareFastifyPg', ({ material }) =>
    material.cooperativeSlugs.slice(0, popular).map((slug) => `/api/v1/cooperatives/${slug}`),
  ),
};

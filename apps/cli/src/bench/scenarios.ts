import { flowLoad, readLoad, type Load } from './load.js';
import type { Material } from './material.js';
import { CodeReader, purchase } from './purchase.js';
import type { Server } from './processes.js';
import type { Row } from './report.js';

export interface Place {
  products: number;
  material: Material;
  api: Server;
  worker: Server;
  bare: Server;
  meilisearch: { url: string; key: string; index: string };
}

type Scenario = (place: Place) => Promise<Omit<Row, 'ratio'>>;

const seconds = 6;
const words = [
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
const search = (word: string) => `/api/v1/search?q=${encodeURIComponent(word)}&locale=fr`;
const pick = <T>(list: readonly T[], count: number, path: (one: T) => string) => list.slice(0, count).map(path);

const reads =
  (scenario: string, connections: number, limit: string | null, paths: (place: Place) => string[]): Scenario =>
  (place) =>
    readLoad(
      { scenario, connections, limit, seconds, products: place.products, servers: [place.api] },
      place.api.url,
      paths(place),
    );

const flow = (place: Place, scenario: string, connections: number, limit: string | null): Load => ({
  scenario,
  connections,
  limit,
  seconds,
  products: place.products,
  servers: [place.api, place.worker],
});

/** Limits first: every other scenario is read beside one of them. */
export const scenarios: Record<string, Scenario> = {
  bareFastifyPg: ({ products, bare, material }) =>
    readLoad(
      { scenario: 'bareFastifyPg', connections: 16, limit: null, seconds, products, servers: [bare] },
      bare.url,
      pick(material.products, 500, ({ id }) => `/one/${id}`),
    ),
  bareTransaction: ({ products, bare }) =>
    readLoad(
      { scenario: 'bareTransaction', connections: 8, limit: null, seconds, products, servers: [bare] },
      bare.url,
      ['/transaction'],
      'POST',
    ),
  bareMeilisearch: async ({ products, meilisearch: { url, key, index } }) => bareSearch(products, url, key, index),
  list: reads('list', 16, 'bareFastifyPg', ({ material }) => [
    '/api/v1/products?limit=24',
    ...pick(material.cooperativeSlugs, 200, (slug) => `/api/v1/products?limit=24&cooperative=${slug}`),
  ]),
  product: reads('product', 16, 'bareFastifyPg', ({ material }) =>
    pick(material.products, 2000, ({ slug }) => `/api/v1/products/${slug}`),
  ),
  cooperative: reads('cooperative', 16, 'bareFastifyPg', ({ material }) =>
    pick(material.cooperativeSlugs, 500, (slug) => `/api/v1/cooperatives/${slug}`),
  ),
  search: reads('search', 16, 'bareMeilisearch', () => words.map(search)),
  suggest: reads('suggest', 16, 'bareMeilisearch', () =>
    words.map((word) => `/api/v1/search/suggestions?q=${encodeURIComponent(word.slice(0, 4))}`),
  ),
  addToCart: (place) => {
    const { products } = place.material;
    let next = 0;
    const carts = new WeakMap<object, string>();
    return flowLoad(flow(place, 'addToCart', 16, 'bareTransaction'), place.api.url, async (connection) => {
      // A cart of a hundred different lines, then a new one: nobody's cart is endless.
      if (!carts.has(connection) || next % 100 === 0) {
        const { body } = await connection.ask('POST', '/api/v1/carts', {});
        carts.set(connection, (body as { id: string }).id);
      }
      const product = products[next++ % products.length];
      const answer = await connection.ask('POST', `/api/v1/carts/${carts.get(connection)}/lines`, {
        variantId: product?.variantId,
      });
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    });
  },
  purchase: async (place) => {
    const codes = new CodeReader(place.api.url);
    try {
      return await flowLoad(flow(place, 'purchase', 8, 'bareTransaction'), place.api.url, (connection) =>
        purchase(connection, place.material, codes),
      );
    } finally {
      await codes.stop();
    }
  },
  ssrHome: reads('ssrHome', 8, null, () => ['/fr/', '/ar/', '/zgh/']),
  ssrProduct: (place) =>
    flowLoad({ ...flow(place, 'ssrProduct', 8, null), servers: [place.api] }, place.api.url, async (connection) => {
      const product = place.material.products[Math.floor(Math.random() * place.material.products.length)];
      // Somebody with a theme of their own: rendered for them alone.
      await connection.page(`/fr/p/${product?.slug}`, 'tiwizi_theme=dark');
    }),
  ssrProductCached: reads('ssrProductCached', 16, 'bareFastifyPg', ({ material }) =>
    pick(material.products, 20, ({ slug }) => `/fr/p/${slug}`),
  ),
};

/** The engine alone, with sub-queries like ours: three forms of one word, facets, a page of 24. */
async function bareSearch(products: number, url: string, key: string, index: string) {
  const bodies = words.map((q) =>
    JSON.stringify({
      federation: { limit: 24, facetsByIndex: { [index]: null } },
      queries: [q, q, q].map((one) => ({ indexUid: index, q: one, federationOptions: { weight: 1 } })),
    }),
  );
  return readLoad(
    { scenario: 'bareMeilisearch', connections: 16, limit: null, seconds, products, servers: [] },
    url,
    words.map(() => '/multi-search'),
    'POST',
    bodies,
    { authorization: `Bearer ${key}` },
  );
}

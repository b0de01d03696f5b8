import { cooperative, product, Shop } from '../testing/shop.js';

describe('what search engines and price comparers read', () => {
  let shop: Shop;
  const maker = cooperative();
  const suspended = cooperative({ verification: 'submitted', verificationLevel: 1 });
  const many = 1_050;
  const products = Array.from({ length: many }, () => product(maker.id));
  const hidden = product(suspended.id);

  beforeAll(async () => {
    shop = await Shop.open();
    await shop.register(maker, suspended);
    await shop.database.transaction((tx) => shop.catalog.loadPublished(tx, [...products, hidden]));
  });

  afterAll(() => shop.close());

  const read = async (path: string) => (await shop.app.http.get(path).buffer(true).expect(200)).text;
  const readText = async (path: string) =>
    (
      await shop.app.http
        .get(path)
        .buffer(true)
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts).toString('utf8')));
        })
        .expect(200)
    ).body as string;
  const pathsIn = (text: string) =>
    [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url.replace(/^https?:\/\/[^/]+/, ''));

  it('the sitemap names files, and these name every page in every language once', async () => {
    expect(await read('/robots.txt')).toMatch(/^Sitemap: https?:\/\/.+\/sitemap\.xml$/m);
    const files = pathsIn(await read('/sitemap.xml'));
    expect(files[0]).toBe('/sitemap-shop.xml');
    const pages = (await Promise.all(files.map(read))).flatMap(pathsIn);
    expect(new Set(pages).size).toBe(pages.length);
    for (const locale of ['fr', 'ar', 'zgh', 'en']) {
      expect(pages).toContain(`/${locale}/cooperatives/${maker.slug}`);
      expect(pages).toContain(`/${locale}/c/honey`);
      expect(pages.filter((page) => page.startsWith(`/${locale}/p/`))).toHaveLength(many);
    }
    expect(pages.filter((page) => page.includes(hidden.slug) || page.includes(suspended.slug))).toEqual([]);
  });

  it('each page says where its other languages are', async () => {
    const text = await read('/sitemap-shop.xml');
    expect(text).toMatch(/hreflang="zgh" href="[^"]+\/zgh\/c\/honey"/);
  });

  it('a file of products begins after its key', async () => {
    const sorted = products.map(({ id }) => id).sort();
    const text = await read(`/sitemap-products.xml?after=${sorted.at(-3)}`);
    expect(pathsIn(text).filter((page) => page.startsWith('/fr/'))).toHaveLength(2);
  });

  it.each([
    '/sitemap-products.xml',
    '/sitemap-products.xml?after=x',
    '/feeds/de/products.tsv',
    '/sitemap-products.xml?after=1&after=2',
  ])('knows no %s', async (path) => {
    await shop.app.http.get(path).expect(404);
  });

  it('the feed has a line for each product, in the reader’s language', async () => {
    const [head = '', ...lines] = (await readText('/feeds/ar/products.tsv')).trimEnd().split('\n');
    expect(head.split('\t')).toEqual(expect.arrayContaining(['id', 'title', 'price', 'availability']));
    expect(lines).toHaveLength(many);
    const [first = ''] = lines;
    expect(first.split('\t')).toHaveLength(head.split('\t').length);
    expect(first).toContain('عسل الزعتر');
    expect(first).toContain('89.00 MAD');
  });
});

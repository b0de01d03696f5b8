import { Controller, Module } from '@nestjs/common';
import { ListCategories, ListRegions, topics, WhoAmI, type ResponseOf } from '@tiwizi/contracts';
import { CallerParam, ReadCache, Route, signedIn, type Caller } from '@tiwizi/http';
import { ChangeFeed, Database, tellChanged } from '@tiwizi/persistence';
import { eventually, startApp, testSettings, type TestApp } from '@tiwizi/testing';
import { createHash } from 'node:crypto';
import type { PageContext } from './bundle.js';
import { servePages } from './serve-storefront.js';

@Controller()
class SpecController {
  constructor(private readonly cache: ReadCache) {}

  @Route(WhoAmI)
  me(@CallerParam() caller: Caller): ResponseOf<typeof WhoAmI> {
    const { accountId: id, name, roles, locale } = signedIn(caller);
    return { id, name, roles, locale, cooperatives: [], email: null, phone: null };
  }

  @Route(ListRegions)
  regions(): Promise<Buffer> {
    throw Object.assign(new Error('the database is restarting'), { code: 'ECONNREFUSED' });
  }

  @Route(ListCategories)
  categories(): Promise<Buffer> {
    const read = async () => ({ text: '{"categories":[]}', topics: [topics.shelves], freshMs: 60_000 });
    return this.cache.until('spec/categories', read);
  }
}

@Module({ controllers: [SpecController] })
class SpecModule {}

/** A storefront of two pages: one that asks for the categories, one that asks for nothing. */
class Renderer {
  count = 0;

  readonly isPrivatePage = (pathname: string): boolean => pathname.startsWith('/fr/compte');

  async render(request: Request, { client, account, nonce }: PageContext): Promise<Response> {
    this.count += 1;
    const { pathname } = new URL(request.url);
    if (pathname === '/fr/en-panne') await client.call(ListRegions).catch(() => undefined);
    if (pathname === '/fr/en-panne' || pathname === '/fr/casse') return new Response('Panne', { status: 500 });
    const count = pathname === '/fr/' ? (await client.call(ListCategories)).categories.length : 0;
    const script = `start(${count})`;
    const html =
      `<html><script nonce="${nonce}">${script}</script><p>${pathname} ${count} ${account?.name ?? 'guest'}</p>` +
      `<p>${'Miel de thym. '.repeat(200)}</p></html>`;
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('pages of two processes', () => {
  const open = async () => {
    const renderer = new Renderer();
    const app = await startApp({
      modules: [SpecModule],
      alsoServe: (server, nest) => servePages(server, nest, testSettings('unused'), renderer),
    });
    const feed = app.get(ChangeFeed);
    feed.open();
    await eventually(() => expect(feed.isLive).toBe(true));
    return { app, renderer };
  };
  let one: Awaited<ReturnType<typeof open>>;
  let other: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    [one, other] = await Promise.all([open(), open()]);
  });
  afterAll(() => Promise.all([one.app.close(), other.app.close()]));

  const page = async (app: TestApp, path: string, headers: Record<string, string> = {}) =>
    app.http.get(path).set(headers);
  /** Kept already in both: asking again renders nothing. */
  const settled = (path: string) =>
    eventually(async () => {
      for (const { app, renderer } of [one, other]) {
        await page(app, path);
        const before = renderer.count;
        await page(app, path);
        expect(renderer.count).toBe(before);
      }
    });

  it('are the same bytes for every guest, whose browser keeps them and runs only the scripts they were made with', async () => {
    await settled('/fr/');
    const first = await page(one.app, '/fr/');
    const { etag, vary } = first.headers;
    const policy = String(first.headers['content-security-policy']);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect(vary).toContain('Cookie');
    expect(first.text).not.toContain('nonce');
    expect(policy).toContain(`script-src 'self' ${sha256('start(0)')}`);
    expect(policy).not.toMatch(/nonce|unsafe/);
    const again = await page(one.app, '/fr/', { 'If-None-Match': String(etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['content-security-policy']).toBe(policy);
    const compressed = await page(one.app, '/fr/', { 'Accept-Encoding': 'br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.text).toBe(first.text);
    expect(compressed.headers.etag).not.toBe(etag);
  });

  it('are dropped in both when what they show changed, and only those', async () => {
    await settled('/fr/');
    await settled('/fr/a-propos');
    const before = [one.renderer.count, other.renderer.count];
    await one.app.get(Database).transaction((tx) => tellChanged(tx, [topics.shelves]));
    await eventually(async () => {
      await Promise.all([page(one.app, '/fr/'), page(other.app, '/fr/')]);
      expect(one.renderer.count).toBeGreaterThan(before[0] ?? NaN);
      expect(other.renderer.count).toBeGreaterThan(before[1] ?? NaN);
    }, 2000);
    const after = one.renderer.count;
    await page(one.app, '/fr/a-propos');
    expect(one.renderer.count).toBe(after);
  });

  it('of one person are made for that person, with scripts of one answer, and kept by nobody', async () => {
    await settled('/fr/');
    const guest = await page(one.app, '/fr/');
    const hers = await page(one.app, '/fr/', { cookie: one.app.signIn({ name: 'Itto' }), 'If-None-Match': '*' });
    expect(hers.text).toContain('Itto');
    expect(hers.headers['cache-control']).toBe('private, no-cache');
    expect(hers.headers.etag).toBeUndefined();
    const nonce = /'nonce-([\w-]+)'/.exec(String(hers.headers['content-security-policy']))?.[1];
    expect(hers.text).toContain(`nonce="${nonce}"`);
    expect((await page(one.app, '/fr/')).text).toBe(guest.text);
    const cart = await page(one.app, '/fr/', { cookie: 'tiwizi_cart=a' });
    expect(cart.headers['cache-control']).toBe('private, no-cache');
  });

  it('have a head like the page itself, for whoever asks for no more', async () => {
    for (const path of ['/fr/', '/fr/compte']) {
      const plain = { 'Accept-Encoding': 'identity' };
      const [whole, head] = [await page(one.app, path, plain), await one.app.http.head(path).set(plain)];
      expect([head.status, head.text]).toEqual([200, undefined]);
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control']) {
        expect(head.headers[name]).toBe(whole.headers[name]);
      }
    }
  });

  it('are asked for again in a moment when something behind them is away', async () => {
    const { status, headers } = await page(one.app, '/fr/en-panne');
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'private, no-cache']);
    const before = one.renderer.count;
    expect((await page(one.app, '/fr/casse')).status).toBe(500);
    expect(one.renderer.count).toBe(before + 1);
  });

  it('are none below the interface: what leads nowhere is a problem, whatever it is sent', async () => {
    for (const answer of [
      await one.app.http.get('/api/v1/nope'),
      await one.app.http.post('/api/v1/session').set('Content-Type', 'application/json').send('{'),
      await one.app.http.get('/media/nope'),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'not_found', retryable: false });
    }
  });

  it('that are private by nature are rendered each time', async () => {
    const before = one.renderer.count;
    const headers = (await page(one.app, '/fr/compte')).headers;
    await page(one.app, '/fr/compte');
    expect(one.renderer.count).toBe(before + 2);
    expect(headers['cache-control']).toBe('private, no-cache');
  });
});

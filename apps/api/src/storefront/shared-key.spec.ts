import cookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { sharedKey } from './shared-key.js';

describe('a page is kept for everybody', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = fastify();
    await server.register(cookie);
    server.route({
      method: ['GET', 'POST'],
      url: '/*',
      handler: async (request) => ({ key: sharedKey(request, (pathname) => pathname.startsWith('/fr/suivi')) }),
    });
  });
  afterAll(() => server.close());

  const keyOf = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') =>
    (await server.inject({ method, url, headers })).json<{ key: string | null }>().key;

  it('under its address, and the theme and the city that were chosen', async () => {
    const keys = await Promise.all([
      keyOf('/fr/'),
      keyOf('/fr/?q=miel'),
      keyOf('/fr/', { cookie: 'tiwizi_theme=dark' }),
      keyOf('/fr/', { cookie: 'tiwizi_city=dark' }),
      keyOf('/fr/', { cookie: 'tiwizi_theme=dark; tiwizi_city=MA-CAS' }),
    ]);
    expect(new Set(keys).size).toBe(5);
    expect(keys).not.toContain(null);
    expect(await keyOf('/fr/', { cookie: 'tiwizi_locale=ar' })).toBe(keys[0]);
  });

  it.each([
    ['whoever has a session', '/fr/', { cookie: '__Host-tiwizi=a' }],
    ['whoever has a cart', '/fr/', { cookie: 'tiwizi_theme=dark; tiwizi_cart=a' }],
    ['whoever placed an order', '/fr/', { cookie: 'tiwizi_orders=TZ-1.a' }],
    ['a cookie nobody knows', '/fr/', { cookie: 'x=1' }],
    ['a value that readers read differently', '/fr/', { cookie: 'tiwizi_city=MA%2DCAS' }],
    ['other proofs', '/fr/', { authorization: 'Bearer a' }],
    ['a private page', '/fr/suivi/TZ-1?token=a', {}],
    ['an address without end', `/fr/?${'x'.repeat(300)}`, {}],
  ])('but not for %s', async (_, url, headers) => {
    expect(await keyOf(url, headers as Record<string, string>)).toBeNull();
  });

  it('but not for a form that was sent', async () => {
    expect(await keyOf('/fr/', {}, 'POST')).toBeNull();
  });
});

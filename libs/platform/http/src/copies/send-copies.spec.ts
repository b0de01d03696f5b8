import { fastify, type FastifyInstance } from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedEncoding } from './accepted-encoding.js';
import { Body } from './body.js';
import { sendCopies } from './send-copies.js';

describe('a shared answer leaves', () => {
  let server: FastifyInstance;
  const text = JSON.stringify({
    items: Array.from({ length: 100 }, (_, index) => ({ title: `Miel de thym ${index}` })),
  });
  const body = new Body(Buffer.from(text));
  const small = new Body(Buffer.from('{}'));

  beforeAll(async () => {
    server = fastify();
    sendCopies(server);
    server.get('/api/v1/shared', async () => body.bytes);
    server.get('/api/v1/small', async () => small.bytes);
    server.get('/api/v1/mine', async () => ({ name: 'Itto' }));
    server.get('/fr/', async () => body.bytes);
    await server.ready();
  });
  afterAll(() => server.close());

  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

  it('with a name for its bytes, which whoever has them need not receive again', async () => {
    const first = await get('/api/v1/shared');
    expect(first.headers).toMatchObject({
      'cache-control': 'public, no-cache',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    expect(first.body).toBe(text);
    const etag = String(first.headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/api/v1/shared', { 'if-none-match': known });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect(again.headers.vary).toBe(first.headers.vary);
    }
    expect((await get('/api/v1/shared', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('compressed once for all who take it so, under a name of its own', async () => {
    const br = await get('/api/v1/shared', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(br.rawPayload.length).toBeLessThan(text.length / 5);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(text);
    expect(await body.as('br')).toBe(await body.as('br'));
    const gzip = await get('/api/v1/shared', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(text);
    const names = new Set([br.headers.etag, gzip.headers.etag, (await get('/api/v1/shared')).headers.etag]);
    expect(names.size).toBe(3);
    const unchanged = { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) };
    expect((await get('/api/v1/shared', unchanged)).statusCode).toBe(304);
    expect((await get('/api/v1/small', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('with what it was chosen by: the language of an answer, the cookies of a page', async () => {
    expect((await get('/api/v1/shared')).headers.vary).toBe('Accept-Encoding, Accept-Language');
    expect((await get('/fr/')).headers.vary).toBe('Accept-Encoding, Cookie');
  });

  it('and an answer to one caller is for nobody else to keep', async () => {
    const { headers } = await get('/api/v1/mine');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.etag).toBeUndefined();
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*, br;q=0', 'gzip'],
    ['identity', null],
    [undefined, null],
  ])('in the form %s asks for', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});

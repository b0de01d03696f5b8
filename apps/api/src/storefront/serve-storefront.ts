import staticFiles from '@fastify/static';
import { NotFound, sessionCookie } from '@tiwizi/http';
import { isLocale } from '@tiwizi/i18n';
import type { Settings } from '@tiwizi/settings';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { loadStorefront, type Storefront } from './bundle.js';
import { PageCache, withOneNonce } from './page-cache.js';
import { sharedKey } from './shared-key.js';
import { visitorOf, type Visitor } from './visitor.js';

/** A form with photographs: each is checked again by the API. */
const formLimit = 12 * 1024 * 1024;
/** Stands in kept pages where each answer gets its own nonce. */
const nonceMark = randomBytes(16).toString('base64url');
const ownPaths = /^\/(api|media|pictures|health|metrics|assets)(\/|\?|$)/;

export async function serveStorefront(server: FastifyInstance, settings: Settings): Promise<void> {
  const storefront = await loadStorefront();
  if (!storefront) return;
  await server.register(staticFiles, {
    root: storefront.clientFolder,
    wildcard: false,
    index: false,
    setHeaders: (response, path) => {
      const isHashed = path.includes('/assets/');
      void response.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  const pages = new Pages(server, storefront, settings);
  await server.register(async (scope) => {
    // Forms reach the pages as they were sent.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: formLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({ method: ['GET', 'POST'], url: '/*', handler: (request, reply) => pages.answer(request, reply) });
  });
}

class Pages {
  private readonly cache = new PageCache();
  private readonly cookieName: string;
  private readonly origin: string;

  constructor(
    private readonly server: FastifyInstance,
    private readonly storefront: Storefront,
    private readonly settings: Settings,
  ) {
    this.cookieName = sessionCookie(settings).name;
    this.origin = new URL(settings.publicUrl).origin;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (ownPaths.test(request.url)) throw new NotFound();
    const key = sharedKey(request, this.storefront.isPrivatePage);
    const nonce = randomBytes(16).toString('base64url');
    void reply.header('content-security-policy', withNonce(String(reply.getHeader('content-security-policy')), nonce));
    if (!key) return this.send(reply, await this.render(request, nonce));
    const page = await this.cache.page(key, () => this.keepable(request));
    if (!page) return this.send(reply, await this.render(request, nonce));
    for (const [name, value] of page.headers) void reply.header(name, value);
    return reply.send(withOneNonce(page.parts, nonce));
  }

  private async keepable(request: FastifyRequest) {
    const response = await this.render(request, nonceMark);
    const { status, headers } = response;
    const isPersonal =
      headers.has('set-cookie') || headers.has('vary') || /private|no-store/.test(headers.get('cache-control') ?? '');
    if (status !== 200 || isPersonal) return null;
    const parts = (await response.text()).split(nonceMark).map((part) => Buffer.from(part));
    return { parts, headers: [...headers] };
  }

  private async render(request: FastifyRequest, nonce: string): Promise<Response> {
    const [, first = ''] = request.url.split(/[/?.]/);
    const visitor = visitorOf(this.server, request, isLocale(first) ? first : 'fr', this.cookieName);
    const account = await visitor.account();
    const response = await this.storefront.render(this.asWebRequest(request), {
      client: visitor.client,
      account,
      nonce,
      publicUrl: this.settings.publicUrl,
      isDemo: this.settings.mode !== 'production',
    });
    return withCookies(response, visitor);
  }

  private asWebRequest({ method, url, headers, body, host, protocol }: FastifyRequest): Request {
    const own = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const one of [value ?? []].flat()) own.append(name, one);
    }
    const address = URL.canParse(`${protocol}://${host}${url}`)
      ? `${protocol}://${host}${url}`
      : `${this.origin}${url}`;
    const hasBody = method !== 'GET' && method !== 'HEAD' && Buffer.isBuffer(body);
    return new Request(address, { method, headers: own, ...(hasBody && { body: new Uint8Array(body) }) });
  }

  private async send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
    void reply.status(response.status);
    for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value);
    for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
  }
}

/** Scripts of a page carry the answer's own nonce; everything else keeps the policy of the whole server. */
const withNonce = (policy: string, nonce: string): string =>
  policy.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`);

function withCookies(response: Response, { setCookies }: Visitor): Response {
  if (!setCookies.length) return response;
  const headers = new Headers(response.headers);
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}

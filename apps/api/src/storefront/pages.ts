import { exactly, NotFound, sessionCookie, type Made, type SharedCopies } from '@tiwizi/http';
import { isLocale } from '@tiwizi/i18n';
import type { Settings } from '@tiwizi/settings';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Storefront } from './bundle.js';
import { sharedPage } from './page-scripts.js';
import { sharedKey } from './shared-key.js';
import { visitorOf, type Visitor } from './visitor.js';

/** Where an answer does not say what it depends on; with the second or two the index takes, a product is found within five. */
const unknownFreshMs = 3000;
const longestFreshMs = 600_000;
const ownPaths = /^\/(api|media|pictures|health|metrics|assets)(\/|\?|$)/;

interface Rendered {
  response: Response;
  visitor: Visitor;
  /** Of every script of ours. */
  nonce: string;
}

/** Pages as each visitor may see them: one that is the same for everybody is made once, any other for its visitor alone. */
export class Pages {
  private readonly cookieName: string;
  private readonly origin: string;

  constructor(
    private readonly server: FastifyInstance,
    private readonly storefront: Pick<Storefront, 'render' | 'isPrivatePage'>,
    private readonly settings: Settings,
    /** Whole pages for visitors without a cart or a session of their own. */
    private readonly copies: SharedCopies,
  ) {
    this.cookieName = sessionCookie(settings).name;
    this.origin = new URL(settings.publicUrl).origin;
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (ownPaths.test(request.url)) throw new NotFound();
    const policy = String(reply.getHeader('content-security-policy'));
    const key = sharedKey(request, this.storefront.isPrivatePage);
    let own: Rendered | undefined;
    const page =
      key && (await this.copies.copy(key, async () => this.shareable((own = await this.render(request)), policy)));
    if (!page) return this.personal(reply, policy, own ?? (await this.render(request)));
    for (const [name, value] of page.headers) void reply.header(name, value);
    return reply.send(page.body.bytes);
  }

  /** Its scripts carry the answer's own nonce. */
  private async personal(reply: FastifyReply, policy: string, { response, visitor, nonce }: Rendered) {
    const isAway = response.status === 500 && visitor.wasRefusedForNow;
    if (isAway) void reply.header('retry-after', '5');
    void reply
      .status(isAway ? 503 : response.status)
      .header('content-security-policy', allowing(policy, `'nonce-${nonce}'`));
    for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value);
    for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    if (!response.headers.has('cache-control')) void reply.header('cache-control', 'private, no-cache');
    return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
  }

  /** Null, with the page still whole, where it is its first visitor's alone. */
  private async shareable({ response, visitor, nonce }: Rendered, policy: string): Promise<Made | null> {
    const { status, headers } = response;
    const isPersonal =
      headers.has('set-cookie') || headers.has('vary') || /private|no-store/.test(headers.get('cache-control') ?? '');
    if (status !== 200 || isPersonal) return null;
    // No reader of a shared page ever sees the nonce it was rendered with: it only marks which scripts are ours.
    const { html, allowed } = sharedPage(await response.text(), nonce);
    const { topics, freshUntil, isKnown } = visitor.dependencies;
    return {
      bytes: exactly(html),
      headers: [...headers, ['content-security-policy', allowing(policy, allowed)]],
      topics: [...topics],
      freshMs: Math.min(freshUntil - Date.now(), isKnown ? longestFreshMs : unknownFreshMs),
    };
  }

  private async render(request: FastifyRequest): Promise<Rendered> {
    const nonce = randomBytes(16).toString('base64url');
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
    return { response: withCookies(response, visitor), visitor, nonce };
  }

  private asWebRequest({ method, url, headers, body, host, protocol }: FastifyRequest): Request {
    const own = new Headers();
    for (const [name, value] of Object.entries(headers)) {
      for (const one of [value ?? []].flat()) own.append(name, one);
    }
    const address = URL.canParse(`${protocol}://${host}${url}`)
      ? `${protocol}://${host}${url}`
      : `${this.origin}${url}`;
    // Whoever asks for the head of a page gets that of the page itself.
    const asked = method === 'HEAD' ? 'GET' : method;
    const hasBody = asked !== 'GET' && Buffer.isBuffer(body);
    return new Request(address, { method: asked, headers: own, ...(hasBody && { body: new Uint8Array(body) }) });
  }
}

const allowing = (policy: string, scripts: string): string =>
  scripts ? policy.replace("script-src 'self'", `script-src 'self' ${scripts}`) : policy;

function withCookies(response: Response, { setCookies }: Visitor): Response {
  if (!setCookies.length) return response;
  const headers = new Headers(response.headers);
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return new Response(response.body, { status: response.status, headers });
}

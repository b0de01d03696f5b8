import { ApiClient, ApiProblem, type ApiSend } from '@tiwizi/api-client';
import { WhoAmI, type Account } from '@tiwizi/contracts';
import { Dependencies, withDependencies } from '@tiwizi/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The one for whom a page is made: asks the API in their name, and collects the cookies it sets. */
export interface Visitor {
  client: ApiClient;
  /** To be added to the page's answer. */
  setCookies: string[];
  /** Of all that was answered so far; known only if every answer said what it depends on. */
  readonly dependencies: Dependencies;
  /** Something behind the API was away: the page may be asked for again in a moment. */
  readonly wasRefusedForNow: boolean;
  account(): Promise<Account | null>;
}

/**
 * Pages go through the same door as everybody (access, limits, problems), without a network in between:
 * the server's own dispatcher takes the request.
 */
export function visitorOf(
  server: FastifyInstance,
  request: FastifyRequest,
  locale: string,
  sessionCookie: string,
): Visitor {
  const setCookies: string[] = [];
  const dependencies = new Dependencies();
  let wasRefusedForNow = false;
  const cookies = new Map(Object.entries(request.cookies));
  const send: ApiSend = async ({ method, path, headers, body }) => {
    const { result: answer, dependencies: own } = await withDependencies(() =>
      server.inject({
        method: method as 'GET',
        url: path,
        remoteAddress: request.ip,
        headers: {
          ...headers,
          host: request.host,
          'accept-language': locale,
          'x-request-id': request.id,
          cookie: cookieHeader(cookies),
        },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : Buffer.from(body) }),
      }),
    );
    dependencies.addAnswer(own);
    wasRefusedForNow ||= answer.statusCode === 503;
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      setCookies.push(line);
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1)));
    }
    return new Response(answer.statusCode === 204 ? null : answer.body, {
      status: answer.statusCode,
      headers: {
        'content-type': String(answer.headers['content-type'] ?? ''),
        'retry-after': String(answer.headers['retry-after'] ?? ''),
      },
    });
  };
  const client = new ApiClient(send);
  return {
    client,
    setCookies,
    dependencies,
    get wasRefusedForNow() {
      return wasRefusedForNow;
    },
    async account() {
      if (!cookies.has(sessionCookie)) return null;
      try {
        return await client.call(WhoAmI);
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
  };
}

/** Escaped again as they came: a value with `;` in it must not become a second cookie, say another one's session. */
const cookieHeader = (cookies: ReadonlyMap<string, string | undefined>): string =>
  [...cookies].map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('; ');

import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Settings } from '@tiwizi/settings';
import { Meilisearch, MeilisearchApiError } from 'meilisearch';

const keepAlive = { keepAlive: true, maxSockets: 64, noDelay: true };
const agents = { http: new HttpAgent(keepAlive), https: new HttpsAgent(keepAlive) };

/**
 * A client with connections that stay open. Head and body of a request leave in one packet: `fetch` sends two, and
 * every third search then waits 40 ms for the engine's system to acknowledge the first.
 */
export const engineClient = (
  { meiliUrl, meiliKey }: Pick<Settings, 'meiliUrl' | 'meiliKey'>,
  timeout: number,
): Meilisearch => new Meilisearch({ host: meiliUrl, apiKey: meiliKey, timeout, httpClient: send });

/** What the engine itself answered when it refused; null when it was not reached. */
export function refusalOf(error: unknown): MeilisearchApiError | null {
  if (error instanceof MeilisearchApiError) return error;
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof MeilisearchApiError ? cause : null;
}

export const isMissingIndex = (error: unknown): boolean => refusalOf(error)?.cause?.code === 'index_not_found';

/** An index that never had a document knows no field, and says so when it is asked to look into one. */
export const isWithoutDocuments = (error: unknown): boolean =>
  refusalOf(error)?.cause?.code === 'invalid_search_attributes_to_search_on';

async function send(input: string | URL | Request, init: RequestInit = {}): Promise<unknown> {
  const url = new URL(input instanceof Request ? input.url : input);
  const body = typeof init.body === 'string' ? init.body : undefined;
  const { status, text } = await exchange(url, init, body);
  const content = text ? JSON.parse(text) : undefined;
  if (status >= 400) throw new MeilisearchApiError(new Response(text, { status }), content);
  return content;
}

function exchange(url: URL, init: RequestInit, body: string | undefined): Promise<{ status: number; text: string }> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const options = {
      method: init.method ?? 'GET',
      agent: isSecure ? agents.https : agents.http,
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
      ...(init.signal && { signal: init.signal }),
    };
    const request = (isSecure ? httpsRequest : httpRequest)(url, options, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 500, text: Buffer.concat(parts).toString('utf8') }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

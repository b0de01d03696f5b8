import type { Endpoint, RequestOf, ResponseOf } from '@tiwizi/contracts';
import { ApiProblem } from './api-problem.js';

export interface ApiRequest {
  method: string;
  /** Below the server's address, query included. */
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | undefined;
}

/** One round trip; how is the caller's matter. */
export type ApiSend = (request: ApiRequest) => Promise<Response>;

export type CallOptions<E> = RequestOf<E> & { idempotencyKey?: string };

type Values = Record<string, unknown>;
interface Loose {
  params?: Values;
  query?: Values;
  body?: unknown;
  idempotencyKey?: string;
}

export class ApiClient {
  constructor(private readonly send: ApiSend) {}

  call<E extends Endpoint>(endpoint: E, options?: CallOptions<E>): Promise<ResponseOf<E>>;
  async call(endpoint: Endpoint, { params, query, body, idempotencyKey }: Loose = {}): Promise<unknown> {
    return this.answer(endpoint, {
      method: endpoint.method,
      path: pathOf(endpoint, params, query),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** Sends one file as the field `file` of a form. */
  async upload<E extends Endpoint>(
    endpoint: E,
    { params, file }: { params: Values; file: File },
  ): Promise<ResponseOf<E>> {
    const form = new FormData();
    form.set('file', file);
    const encoded = new Response(form);
    return this.answer(endpoint, {
      method: endpoint.method,
      path: pathOf(endpoint, params, undefined),
      headers: { accept: 'application/json', 'content-type': encoded.headers.get('content-type') ?? '' },
      body: new Uint8Array(await encoded.arrayBuffer()),
    });
  }

  private async answer<E extends Endpoint>(endpoint: E, request: ApiRequest): Promise<ResponseOf<E>> {
    const response = await this.send(request);
    const text = await response.text();
    if (response.ok) return (text ? JSON.parse(text) : {}) as ResponseOf<E>;
    throw new ApiProblem(
      response.status,
      problemFrom(endpoint, response, text),
      Number(response.headers.get('retry-after')) || null,
    );
  }
}

function pathOf(endpoint: Endpoint, params: Values = {}, query: Values = {}): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, String(one));
  }
  return `/api/v1${path}${search.size ? `?${search}` : ''}`;
}

function parsed(text: string): ApiProblem['problem'] | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A proxy in between may answer without our body, or with half of it: that, too, is told as a problem. */
function problemFrom({ path }: Endpoint, { status, headers }: Response, text: string): ApiProblem['problem'] {
  const told = headers.get('content-type')?.includes('json') ? parsed(text) : null;
  if (told) return told;
  const code = status === 503 ? 'service_unavailable' : 'internal';
  return {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    detail: `${status} ${path}`,
    params: {},
    requestId: '',
    retryable: status >= 500,
  };
}

import type { Account, Endpoint, Problem, RequestOf, ResponseOf } from '@tiwizi/contracts';
import { createContext, type RouterContextProvider } from 'react-router';

/** The typed client of `/api/v1`, called in process. Refusals are thrown as `ApiProblem`. */
export interface ApiClient {
  call<E extends Endpoint>(endpoint: E, request?: RequestOf<E> & { idempotencyKey?: string }): Promise<ResponseOf<E>>;
  /** Sends one file as the field `file` of a form. */
  upload<E extends Endpoint>(
    endpoint: E,
    request: { params: Record<string, unknown>; file: File },
  ): Promise<ResponseOf<E>>;
}

/** The shape of a refusal; a shape and not a class, because this bundle holds its own copy of every class. */
export interface ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
}

/**
 * What the process that mounts the storefront puts into every request's `RouterContextProvider`:
 * `provider.set(appContext, { … })`, with `appContext` and the provider's class taken from the server bundle's entry.
 */
export interface AppContext {
  /** Bound to this visitor: cookies, ip, request id. `Set-Cookie` answers of the API are added to the page's response. */
  readonly client: ApiClient;
  readonly account: Account | null;
  /** Of every script element of the page. */
  readonly nonce: string;
  /** Without a trailing slash: canonical and alternate links start with it. */
  readonly publicUrl: string;
  readonly isDemo: boolean;
}

export const appContext = createContext<AppContext>();

export const app = (context: Readonly<RouterContextProvider>): AppContext => context.get(appContext);

export const api = (context: Readonly<RouterContextProvider>): ApiClient => context.get(appContext).client;

export function isApiProblem(error: unknown): error is ApiProblem {
  if (!(error instanceof Error) || !('status' in error) || !('problem' in error)) return false;
  return typeof error.status === 'number' && typeof error.problem === 'object' && error.problem !== null;
}

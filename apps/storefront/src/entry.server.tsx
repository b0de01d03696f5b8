import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerRouter, type EntryContext, type RouterContextProvider as Provider } from 'react-router';
import { app } from './app-context.js';
import { NonceProvider } from './nonce.js';
import { serverTexts } from './i18n/texts.server.js';
import { TextsProvider } from './i18n/use-texts.js';
import { isPrivatePage, localeOf } from './paths.js';

// The mounting process must use this bundle's classes and keys: a second copy of the router has others.
export { createRequestHandler, RouterContextProvider } from 'react-router';
export { appContext } from './app-context.js';
export type { ApiClient, ApiProblem, AppContext } from './app-context.js';
export { isPrivatePage, localeOf } from './paths.js';

const patienceMs = 10_000;
const unavailable = 503;
/** Requests whose loaders found the store away: that passes, and is said so to whoever asks by program. */
const withoutStore = new WeakSet<Request>();
const statusOf = (request: Request, status: number): number =>
  status === 500 && withoutStore.has(request) ? unavailable : status;

/** Pages are collected whole: the router's data waits behind a boundary that `renderToString` would never open. */
export default function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  routerContext: EntryContext,
  loadContext: Provider,
): Promise<Response> {
  const locale = localeOf(new URL(request.url).pathname);
  const { nonce } = app(loadContext);
  let status = statusOf(request, responseStatusCode);
  if (status === unavailable) responseHeaders.set('Retry-After', '10');
  keepPrivate(request, responseHeaders);
  responseHeaders.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers: responseHeaders }));
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <TextsProvider value={serverTexts(locale)}>
          <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
        </TextsProvider>
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          // Kept running, the timer would hold the whole rendering in memory.
          clearTimeout(timer);
          const body = new PassThrough();
          text(body).then((html) => resolve(new Response(html, { status, headers: responseHeaders })), reject);
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          status = 500;
          console.error(error);
        },
      },
    );
    const timer = setTimeout(abort, patienceMs);
  });
}

/** What follows a click without loading a page obeys the same rule. */
export function handleDataRequest(response: Response, { request }: { request: Request }): Response {
  keepPrivate(request, response.headers);
  return response;
}

function keepPrivate(request: Request, headers: Headers): void {
  if (isPrivatePage(new URL(request.url).pathname)) headers.set('Cache-Control', 'private, no-store');
}

/** Refusals of the API are part of the conversation with the visitor; only faults of ours are logged. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  if (error instanceof Error && 'status' in error && error.status === unavailable) withoutStore.add(request);
  if (error instanceof Error && 'status' in error && Number(error.status) < 500) return;
  console.error(error);
}

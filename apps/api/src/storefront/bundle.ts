import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Account } from '@tiwizi/contracts';
import type { ApiClient } from '@tiwizi/api-client';

/** What the storefront asks of the process that serves it (apps/storefront/src/app-context.ts). */
export interface PageContext {
  client: ApiClient;
  account: Account | null;
  nonce: string;
  publicUrl: string;
  isDemo: boolean;
}

type Handler = (request: Request, context: unknown) => Promise<Response>;
interface Provider {
  set(key: unknown, value: PageContext): void;
}

interface ServerBuild {
  entry: {
    module: {
      createRequestHandler(build: unknown, mode: string): Handler;
      RouterContextProvider: new () => Provider;
      appContext: unknown;
      isPrivatePage(pathname: string): boolean;
    };
  };
}

export interface Storefront {
  /** What browsers load: hashed files below `assets`, a few others beside it. */
  clientFolder: string;
  render(request: Request, context: PageContext): Promise<Response>;
  isPrivatePage(pathname: string): boolean;
}

const folder = resolve(import.meta.dirname, '../../../storefront/build');

/** The bundle that Vite made; null where nobody has made one (specs of the API alone). */
export async function loadStorefront(): Promise<Storefront | null> {
  const file = resolve(folder, 'server/index.js');
  if (!existsSync(file)) return null;
  const build: ServerBuild = await import(pathToFileURL(file).href);
  const { createRequestHandler, RouterContextProvider, appContext, isPrivatePage } = build.entry.module;
  const handle = createRequestHandler(build, process.env.NODE_ENV ?? 'production');
  return {
    clientFolder: resolve(folder, 'client'),
    isPrivatePage,
    render(request, context) {
      const provider = new RouterContextProvider();
      provider.set(appContext, context);
      return handle(request, provider);
    },
  };
}

import staticFiles from '@fastify/static';
import type { INestApplicationContext } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import { answerProblem, SharedCopies } from '@tiwizi/http';
import { ChangeFeed } from '@tiwizi/persistence';
import type { Settings } from '@tiwizi/settings';
import type { FastifyInstance } from 'fastify';
import { loadStorefront, type Storefront } from './bundle.js';
import { Pages } from './pages.js';

/** A form with photographs: each is checked again by the API. */
const formLimit = 12 * 1024 * 1024;
/** Some three hundred pages with their compressed forms. */
const mostBytes = 24 * 1024 * 1024;

export async function serveStorefront(
  server: FastifyInstance,
  app: INestApplicationContext,
  settings: Settings,
): Promise<void> {
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
  // Asked for by browsers that read no page first.
  server.get('/favicon.ico', (_request, reply) =>
    reply.header('Cache-Control', 'public, max-age=86400').redirect('/icon.svg', 301),
  );
  await servePages(server, app, settings, storefront);
}

export async function servePages(
  server: FastifyInstance,
  app: INestApplicationContext,
  settings: Settings,
  storefront: Pick<Storefront, 'render' | 'isPrivatePage'>,
): Promise<void> {
  const pages = new Pages(server, storefront, settings, new SharedCopies(app.get(ChangeFeed), mostBytes));
  const log = app.get(ProcessLog);
  await server.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, log));
    // Forms reach the pages as they were sent.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: formLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({ method: ['GET', 'POST'], url: '/*', handler: (request, reply) => pages.answer(request, reply) });
  });
}

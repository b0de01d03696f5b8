import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@tiwizi/http';
import { MarketplaceModule } from '@tiwizi/marketplace';
import type { Settings } from '@tiwizi/settings';
import { serveStorefront } from './storefront/serve-storefront.js';

/** The API and, where it has been bundled, the storefront: ready to listen. */
export function startApi(settings: Settings): Promise<NestFastifyApplication> {
  return createHttpApp({
    settings,
    modules: [MarketplaceModule],
    persistence: { poolSize: 16, applicationName: 'tiwizi-api' },
    alsoServe: (server, app) => serveStorefront(server, app, settings),
  });
}

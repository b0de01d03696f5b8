import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@tiwizi/http';
import { MarketplaceModule } from '@tiwizi/marketplace';
import type { Settings } from '@tiwizi/settings';

/** The same contexts as the API; answers health and metrics where a port is given, and does the work that waits. */
export const startWorker = (settings: Settings): Promise<NestFastifyApplication> =>
  createHttpApp({
    settings,
    modules: [MarketplaceModule],
    answersHealthOnly: true,
    // Eight handlers at once, each in a transaction and perhaps asking another context beside it.
    persistence: { poolSize: 16, applicationName: 'tiwizi-worker', statementTimeout: 60_000 },
  });

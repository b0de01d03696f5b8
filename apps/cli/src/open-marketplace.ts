import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@tiwizi/http';
import { MarketplaceModule } from '@tiwizi/marketplace';
import type { Settings } from '@tiwizi/settings';

/** All contexts for the length of one command; nothing listens. Long statements (bulk loads, checks) are expected. */
export async function withMarketplace(
  settings: Settings,
  work: (app: NestFastifyApplication) => Promise<number | void>,
): Promise<number> {
  const app = await createHttpApp({
    settings: { ...settings, logLevel: 'warn' },
    modules: [MarketplaceModule],
    persistence: { poolSize: 6, applicationName: 'tiwizi-cli', statementTimeout: 1_800_000 },
  });
  try {
    return (await work(app)) ?? 0;
  } finally {
    await app.close();
  }
}

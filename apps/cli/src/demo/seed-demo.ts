import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogApi } from '@tiwizi/catalog';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { IdentityApi } from '@tiwizi/identity';
import { Database } from '@tiwizi/persistence';
import { SearchApi } from '@tiwizi/search';
import { accountId, demoAccounts } from './accounts.js';
import { publishedProduct } from './published-products.js';
import { registryRow, waitingRows } from './registry-rows.js';
import { readSamples } from './samples.js';
import { submitWaitingListings } from './waiting-listings.js';

export type Say = (line: string) => void;

/**
 * Fills an empty marketplace with the demonstration. Cooperatives, products and people come in one transaction, so a
 * second start finds either all of them or none.
 */
export async function seedDemo(app: NestFastifyApplication, say: Say): Promise<void> {
  const [cooperatives, catalog, identity, search] = [
    app.get(CooperativesApi, { strict: false }),
    app.get(CatalogApi, { strict: false }),
    app.get(IdentityApi, { strict: false }),
    app.get(SearchApi, { strict: false }),
  ];
  if (await identity.account(accountId('admin'))) return say('  the demonstration is already there');

  const samples = await readSamples();
  const rows = [...samples.cooperatives.map(registryRow), ...waitingRows];
  const products = samples.products.map(publishedProduct);
  await app.get(Database).transaction(async (tx) => {
    await cooperatives.importRegistry(tx, rows);
    say(`  ${rows.length} cooperatives, ${waitingRows.length} of them waiting to be verified`);
    await catalog.importPublished(tx, products, { isAnnounced: false });
    await cooperatives.countShown(
      tx,
      products.map(({ id, cooperativeId }) => ({ productId: id, cooperativeId, version: 1 })),
    );
    say(`  ${products.length} products`);
    await identity.importAccounts(tx, demoAccounts(rows));
  });
  say(`  ${await submitWaitingListings(app)} listings waiting for a moderator`);
  await search.reindexAll((line) => say(`  ${line}`));
}

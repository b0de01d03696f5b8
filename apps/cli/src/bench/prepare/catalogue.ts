import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@tiwizi/persistence';
import { SearchApi } from '@tiwizi/search';
import type { Settings } from '@tiwizi/settings';
import { seedGenerated } from '../../demo/index.js';
import { bareTables } from '../limits/bare-statements.js';
import type { Say } from './say.js';

/** As many makers for as many goods as the country has. */
const productsOfCooperative = 20;
/** An index that holds nearly everything is the one that was made for these products. */
const enough = 0.99;

/** So many products, in the database and in the index; what is there already stays. */
export async function prepareCatalogue(
  app: NestFastifyApplication,
  settings: Settings,
  products: number,
  say: Say,
): Promise<void> {
  const database = app.get(Database, { strict: false });
  const cooperatives = Math.max(50, Math.round(products / productsOfCooperative));
  if ((await count(database, products)) < products)
    await seedGenerated(app, ['--cooperatives', String(cooperatives), '--products', String(products)], say);
  const search = app.get(SearchApi, { strict: false });
  await search.ensureIndex();
  const indexed = await documentsIndexed(settings);
  const offered = await count(database, products);
  if (indexed < offered * enough) {
    say(`the index has ${indexed} of ${offered} products: it is built …`);
    await search.reindexAll(say);
  }
  await database.query(bareTables);
  await database.query('analyze');
}

async function count(database: Database, limit: number): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from (select from catalog.product limit $1) as counted',
    [limit],
  );
  return row?.count ?? 0;
}

async function documentsIndexed({ meiliUrl, meiliKey, indexPrefix }: Settings): Promise<number> {
  const response = await fetch(`${meiliUrl}/indexes/${indexPrefix}products/stats`, {
    headers: { authorization: `Bearer ${meiliKey}` },
  });
  if (!response.ok) return 0;
  return ((await response.json()) as { numberOfDocuments: number }).numberOfDocuments;
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CatalogApi } from '@tiwizi/catalog';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { Database } from '@tiwizi/persistence';
import { SearchApi } from '@tiwizi/search';
import { parseArgs } from 'node:util';
import { cooperativeId } from '../registry-rows.js';
import { readSamples } from '../samples.js';
import type { Say } from '../seed-demo.js';
import {
  generatedCooperative,
  generatedCooperativeId,
  generatedProduct,
  generatedProductId,
} from './generated-rows.js';

const atOnce = 1_000;
const usage = 'seed -- --cooperatives N --products M (whole numbers, 0 to 10,000,000)';

/** Adds what is missing up to N cooperatives and M products; the same numbers again add nothing. */
export async function seedGenerated(app: NestFastifyApplication, args: string[], say: Say): Promise<number> {
  const wanted = readNumbers(args);
  if (!wanted) {
    say(usage);
    return 2;
  }
  const samples = await readSamples();
  const [database, cooperatives, catalog] = [
    app.get(Database),
    app.get(CooperativesApi, { strict: false }),
    app.get(CatalogApi, { strict: false }),
  ];
  await inBatches(wanted.cooperatives, 'cooperatives', say, async (positions) => {
    const rows = positions.map((position) => generatedCooperative(samples, position));
    await database.transaction((tx) => cooperatives.importRegistry(tx, rows));
  });
  const owners = wanted.cooperatives
    ? (position: number) => generatedCooperativeId(position % wanted.cooperatives)
    : (position: number) => cooperativeId(samples.cooperatives[position % samples.cooperatives.length]?.id ?? '');
  if (await isThere(database, wanted.products)) {
    say(`  ${wanted.products} of ${wanted.products} products are there already`);
    return 0;
  }
  await inBatches(wanted.products, 'products', say, async (positions) => {
    const products = positions.map((position) => generatedProduct(samples, position, owners(position)));
    await database.transaction(async (tx) => {
      await catalog.importPublished(tx, products, { isAnnounced: false });
      const shown = products.map(({ id, ...product }) => ({
        productId: id,
        cooperativeId: product.cooperativeId,
        version: 1,
      }));
      await cooperatives.countShown(tx, shown);
    });
  });
  await database.query('analyze');
  await app.get(SearchApi, { strict: false }).reindexAll(say);
  return 0;
}

/** Batches are added in order: where the last product stands, all of them do. */
async function isThere(database: Database, count: number): Promise<boolean> {
  if (!count) return true;
  const last = await database.query('select 1 from catalog.public_product where id = $1', [
    generatedProductId(count - 1),
  ]);
  return last.length > 0;
}

function readNumbers(args: string[]): { cooperatives: number; products: number } | null {
  const text = { type: 'string', default: '0' } as const;
  try {
    const { values } = parseArgs({ args, options: { cooperatives: text, products: text } });
    const isNumber = (typed: string) => /^\d{1,8}$/.test(typed) && Number(typed) <= 10_000_000;
    if (!isNumber(values.cooperatives) || !isNumber(values.products)) return null;
    const numbers = { cooperatives: Number(values.cooperatives), products: Number(values.products) };
    return numbers.cooperatives + numbers.products > 0 ? numbers : null;
  } catch {
    return null;
  }
}

/** One transaction a batch: what was interrupted goes on where it stopped. */
async function inBatches(
  count: number,
  what: string,
  say: Say,
  add: (positions: number[]) => Promise<void>,
): Promise<void> {
  const startedAt = Date.now();
  for (let start = 0; start < count; start += atOnce) {
    const end = Math.min(start + atOnce, count);
    await add(Array.from({ length: end - start }, (_, offset) => start + offset));
    if (end === count || end % (10 * atOnce) === 0) {
      const seconds = Math.max(1, Math.round((Date.now() - startedAt) / 1000));
      say(`  ${end} of ${count} ${what}, ${seconds} s`);
    }
  }
}

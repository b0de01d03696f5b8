import type { INestApplicationContext } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { CooperativesApi } from '@tiwizi/cooperatives';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { SearchApi } from '@tiwizi/search';
import { parseArgs } from 'node:util';
import { readSamples } from '../samples.js';
import type { Say } from '../seed-demo.js';
import {
  generatedCooperative,
  generatedCooperativeId,
  generatedOwner,
  generatedProduct,
  generatedProductId,
  ownerOf,
  sampleOwner,
} from './generated-rows.js';
import { ProgressBar } from './progress-bar.js';

/** So many products are in memory at a time. */
const atOnce = 5_000;
const usage = 'seed -- --cooperatives N --products M (whole numbers, 0 to 10,000,000)';

/** Adds what is missing up to N cooperatives and M products; the same numbers again add nothing. */
export async function seedGenerated(app: INestApplicationContext, args: string[], say: Say): Promise<number> {
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
  await inBatches({
    what: 'cooperatives',
    ...(await missing(database, 'cooperatives.public_cooperative', generatedCooperativeId, wanted.cooperatives)),
    say,
    async add(positions) {
      const rows = positions.map((position) => generatedCooperative(samples, position));
      await inOneGo(database, (tx) => cooperatives.importRegistry(tx, rows));
    },
  });
  const owner = (position: number) =>
    wanted.cooperatives
      ? generatedOwner(samples, ownerOf(position, wanted.cooperatives))
      : sampleOwner(samples, position);
  const products = await missing(database, 'catalog.public_product', generatedProductId, wanted.products);
  if (products.start === products.end) {
    say(`  ${wanted.products} of ${wanted.products} products are there already`);
    return 0;
  }
  await inBatches({
    what: 'products',
    ...products,
    say,
    async add(positions) {
      const batch = positions.map((position) => generatedProduct(samples, position, owner(position)));
      const shown = batch.map(({ id, cooperativeId }) => ({ productId: id, cooperativeId, version: 1 }));
      await inOneGo(database, async (tx) => {
        await catalog.loadPublished(tx, batch);
        await cooperatives.countShown(tx, shown);
      });
    },
  });
  say('  counting what is there');
  await database.query('vacuum analyze');
  await indexAll(app, say);
  return 0;
}

/** The whole search index anew, with a bar to look at. */
export async function indexAll(app: INestApplicationContext, say: Say): Promise<void> {
  const bar = new ProgressBar('products indexed', say);
  await app
    .get(SearchApi, { strict: false })
    .reindexAll((line, step) => (step ? bar.show(step.done, step.total) : say(`  ${line}`)));
}

/** What a crash takes away is added again by the next run: nobody waits for the disk at every batch. */
function inOneGo(database: Database, work: (tx: EntityManager) => Promise<void>): Promise<void> {
  return database.transaction(async (tx) => {
    await tx.query('set local synchronous_commit = off');
    await work(tx);
  });
}

interface Stretch {
  start: number;
  end: number;
}

/** Batches are added in order: whatever stands before the first one that is missing is there. */
async function missing(
  database: Database,
  view: string,
  idOf: (position: number) => string,
  count: number,
): Promise<Stretch> {
  let [start, end] = [0, count];
  while (start < end) {
    const middle = Math.floor((start + end) / 2);
    const found = await database.query(`select 1 from ${view} where id = $1`, [idOf(middle)]);
    if (found.length) start = middle + 1;
    else end = middle;
  }
  return { start, end: count };
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

interface Work extends Stretch {
  what: string;
  say: Say;
  add(positions: number[]): Promise<void>;
}

/** One transaction a batch: what was interrupted goes on where it stopped. */
async function inBatches({ what, start, end, say, add }: Work): Promise<void> {
  const bar = new ProgressBar(what, say);
  for (let from = start; from < end; from += atOnce) {
    const to = Math.min(from + atOnce, end);
    await add(Array.from({ length: to - from }, (_, offset) => from + offset));
    bar.show(to - start, end - start);
  }
}

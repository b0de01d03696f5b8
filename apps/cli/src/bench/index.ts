import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@tiwizi/persistence';
import { SearchApi } from '@tiwizi/search';
import type { Settings } from '@tiwizi/settings';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seedGenerated } from '../demo/index.js';
import { readMaterial } from './material.js';
import { residentMb, startServer } from './processes.js';
import { besideLimits, table, type Row } from './report.js';
import { scenarios, type Place } from './scenarios.js';

type Say = (line: string) => void;

/** Measures the hot paths beside their limits in one run, on a database of its own. */
export async function bench(
  app: NestFastifyApplication,
  settings: Settings,
  args: string[],
  say: Say,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { products: { type: 'string', default: '10000' }, only: { type: 'string' }, json: { type: 'string' } },
  });
  const products = Number(values.products);
  const wanted = values.only ? withLimits(values.only.split(',')) : Object.keys(scenarios);
  const cooperatives = Math.max(50, Math.round(products / 20));
  await seedGenerated(app, ['--cooperatives', String(cooperatives), '--products', String(products)], say);
  await app.get(SearchApi, { strict: false }).reindexAll(say);
  const database = app.get(Database, { strict: false });
  await database.query('create schema bench');
  await database.query(
    'create table bench.bare (id bigint generated always as identity primary key, note text not null)',
  );
  await database.query('analyze');
  const place = await startPlace(settings, { products, material: await readMaterial(database) });
  try {
    const rows: Omit<Row, 'ratio'>[] = [];
    for (const name of wanted) {
      say(`measuring ${name} …`);
      const scenario = scenarios[name];
      if (!scenario) throw new Error(`no scenario is named ${name}; there are ${Object.keys(scenarios).join(', ')}`);
      rows.push(await scenario(place));
    }
    const beside = besideLimits(rows.map((row) => ({ ...row, ratio: null })));
    say(`\n${table(beside)}\n`);
    say(`cold start of the api ${Math.round(place.api.startMs)} ms`);
    say(
      `memory after the load: api ${Math.round(residentMb(place.api))} MB, worker ${Math.round(residentMb(place.worker))} MB`,
    );
    if (values.json) writeFileSync(values.json, JSON.stringify(beside, null, 2));
    return 0;
  } finally {
    await Promise.all([place.api, place.worker, place.bare].map((server) => server.stop()));
  }
}

/** What is asked for, and what it is measured against. */
function withLimits(names: string[]): string[] {
  const limits = new Set<string>();
  if (names.some((name) => ['list', 'product', 'cooperative', 'ssrProductCached'].includes(name)))
    limits.add('bareFastifyPg');
  if (names.some((name) => ['addToCart', 'purchase'].includes(name))) limits.add('bareTransaction');
  if (names.some((name) => ['search', 'suggest'].includes(name))) limits.add('bareMeilisearch');
  return [...limits, ...names];
}

async function startPlace(settings: Settings, given: Pick<Place, 'products' | 'material'>): Promise<Place> {
  const env = { TIWIZI_MODE: 'test', RATE_LIMITS: 'off', NODE_ENV: 'production' };
  const bare = await startServer({ file: 'cli/dist/bench/limits/bare-server.js', env });
  const worker = await startServer({
    file: 'worker/dist/main.js',
    env: { ...env, PORT: '0' },
    portName: 'METRICS_PORT',
    readyPath: '/health/ready',
  });
  const api = await startServer({ file: 'api/dist/main.js', env, readyPath: '/health/live' });
  const { meiliUrl: url, meiliKey: key, indexPrefix } = settings;
  return { ...given, bare, worker, api, meilisearch: { url, key, index: `${indexPrefix}products` } };
}

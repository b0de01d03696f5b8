import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@tiwizi/persistence';
import type { Settings } from '@tiwizi/settings';
import { Connection } from '../load/connection.js';
import { readMaterial } from '../material/sample.js';
import type { BenchOptions } from '../options.js';
import { searchPaths } from '../scenarios/searches.js';
import type { Place } from '../scenarios/place.js';
import { meilisearchPid, Meter, postgresPid } from '../servers/meter.js';
import { startServer, workerFlags, type Server } from '../servers/start-server.js';
import { prepareDesks } from './desks.js';
import { recordEngineWork } from './engine-work.js';
import { pagesOfLists } from './pages-of-lists.js';
import type { Say } from './say.js';

/** For so many questions of each kind the engine's own work is kept: more would only fill memory. */
const questionsRecorded = 400;
/** As a visitor would meet it, without the limits on how much one visitor may ask. */
const env = { TIWIZI_MODE: 'test', RATE_LIMITS: 'off', NODE_ENV: 'production' };

/** Starts what is measured and what it is measured against, and gives each something to do. */
export async function openPlace(
  app: NestFastifyApplication,
  settings: Settings,
  options: BenchOptions,
  say: Say,
): Promise<{ place: Place; close(): Promise<void> }> {
  const started: Server[] = [];
  const close = async () => {
    await Promise.all(started.map((server) => server.stop()));
  };
  const start = async (...program: Parameters<typeof startServer>) => {
    const server = await startServer(...program);
    started.push(server);
    return server;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void close().then(() => process.exit(1)));
  try {
    const database = app.get(Database, { strict: false });
    const material = await readMaterial(database);
    const { queries, products, buyable } = material;
    say(`${products.length} products to ask for, ${buyable.length} to buy, ${queries.length} questions to search for`);
    const bareNode = await start({ file: 'cli/dist/bench/limits/bare-node.js', env });
    const bare = await start({ file: 'cli/dist/bench/limits/bare-server.js', env });
    const worker = await start({
      file: 'worker/dist/main.js',
      env: { ...env, PORT: '0' },
      portName: 'METRICS_PORT',
      readyPath: '/health/ready',
      args: workerFlags,
    });
    const args = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : [];
    const api = await start({ file: 'api/dist/main.js', env, readyPath: '/health/live', args });
    say('filling the desks and following the lists …');
    const desks = await prepareDesks(app, api.url, material);
    const lists = await pagesOfLists(api.url, material.cooperativeSlugs, material.categoryIds);
    const searches = await offered(api.url, searchPaths(queries, material.categoryIds));
    say('recording what our search asks the engine …');
    const recorded = Object.entries(searches).map(([kind, paths]) => [kind, paths?.slice(0, questionsRecorded)]);
    const engineWork = await recordEngineWork(settings, env, Object.fromEntries(recorded));
    const [session] = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
    const meter = new Meter({
      api: api.process.pid,
      worker: worker.process.pid,
      bare: bare.process.pid,
      postgres: session && postgresPid(session.pid),
      meilisearch: meilisearchPid(settings.meiliUrl),
    });
    const { seconds, warmSeconds } = options;
    const servers = { api, worker, bare, bareNode, meter, database, meilisearchUrl: settings.meiliUrl };
    const paths = { ...lists, searches };
    const place = { ...servers, ...desks, material, paths, engineWork, seconds, warmSeconds };
    return { place: { ...place, products: options.products }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Questions that this api understands; null for the others. */
async function offered(url: string, searches: Record<string, string[]>): Promise<Place['paths']['searches']> {
  const connection = new Connection(url);
  try {
    const known = { search: null, searchPlain: null, searchFiltered: null, suggest: null };
    const answers = Object.entries(searches).map(async ([kind, paths]) => {
      const { status } = await connection.ask('GET', paths[0] ?? '/');
      return [kind, status === 200 ? paths : null] as const;
    });
    return { ...known, ...Object.fromEntries(await Promise.all(answers)) };
  } finally {
    connection.close();
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildStale } from '../build/build.ts';
import { ancestor, isAlive } from '../engines/process.ts';
import { openDataFolder } from './data-folder.ts';
import { choosePorts, engineServices, productServices, runTask, settingsFor } from './marketplace.ts';
import { RunState } from './run-state.ts';
import { say, step } from './say.ts';
import { Supervisor } from './supervisor.ts';

/** From a checkout with its dependencies to a marketplace that is looked after, until someone ends it. */
export async function runMarketplace(alsoWatch?: (supervisor: Supervisor) => void): Promise<void> {
  const data = openDataFolder();
  const state = new RunState(data.folder);
  if (!state.claim()) return sayWhereItRuns(state);
  const supervisor = new Supervisor(state, say);
  endOnSignals(supervisor);
  try {
    const leftovers = await state.stopLeftovers();
    if (leftovers.length) say(`The last run was killed: ended what it left (${leftovers.join(', ')})`);
    await bringUp(supervisor, data, state);
    alsoWatch?.(supervisor);
    await supervisor.watch();
  } catch (error) {
    if (!supervisor.isEnding) {
      console.error(`\n${error instanceof Error ? error.message : String(error)}\n\nStopping everything.`);
      process.exitCode = 1;
    }
  }
  await supervisor.end();
  process.exit();
}

type Data = ReturnType<typeof openDataFolder>;

async function bringUp(supervisor: Supervisor, data: Data, state: RunState): Promise<void> {
  const ports = await choosePorts(state);
  const hadPostgres = existsSync(join(data.postgres, 'data/PG_VERSION'));
  const hadSearch = existsSync(data.meilisearch);
  let databaseUrl = process.env.DATABASE_URL ?? '';
  const engines = engineServices(data, ports, (url) => (databaseUrl = url));
  await Promise.all([
    step('built what was stale', () => buildStale((line) => say(`  ${line}`))),
    ...engines.map((service) => step(service.title, () => supervisor.keep(service))),
  ]);
  if (supervisor.isEnding) return;
  const env = settingsFor(data, ports, databaseUrl);
  await step('migrations', () => runTask(supervisor, ['migrate'], env));
  if (process.env.TIWIZI_SEED !== 'none') await step('demo data', () => runTask(supervisor, ['seed-demo'], env));
  // The index is a copy: when it is not there, or another version's, it is made again from PostgreSQL.
  if (hadPostgres && !hadSearch) await step('search index', () => runTask(supervisor, ['reindex'], env));
  const products = productServices(data, ports, env);
  await Promise.all(products.map((service) => step(service.title, () => supervisor.keep(service))));
  if (supervisor.isEnding) return;
  if (process.env.PORT && ports.api !== Number(process.env.PORT)) say(`Port ${process.env.PORT} is taken.`);
  else if (ports.api !== Number(process.env.PORT || 3000)) say('Port 3000 is taken.');
  state.change({ url: env.PUBLIC_URL });
  if (process.env.TIWIZI_SEED !== 'none') await runTask(supervisor, ['demo-accounts'], env);
  say(`\nTiwizi runs at ${env.PUBLIC_URL}\nLogs: ${data.logs}. Ctrl-C stops it; the data stays.`);
}

function sayWhereItRuns(state: RunState): void {
  const living = state.living();
  say(living?.url ? `Tiwizi already runs at ${living.url}` : 'Tiwizi is being started by another process.');
}

function endOnSignals(supervisor: Supervisor): void {
  const end = () => {
    if (!supervisor.isEnding) say('\nStopping …');
    void supervisor.end().then(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  // npm hands some signals to nobody and others only to a shell between us: when it is gone, nobody is left to ask.
  const npm = ancestor('npm ');
  if (npm) setInterval(() => isAlive(npm) || end(), 500).unref();
}

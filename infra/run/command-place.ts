import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/projects.ts';
import { durableSettings, postgresUrl } from '../engines/postgres.ts';
import { startThrowawayEngines } from '../engines/throwaway.ts';
import { openDataFolder } from './data-folder.ts';
import { choosePorts, engineServices, settingsFor } from './marketplace.ts';
import { RunState } from './run-state.ts';
import { Supervisor } from './supervisor.ts';

/** Where a command works: what it is told of the engines, and how to put them away again. */
export interface CommandPlace {
  env: NodeJS.ProcessEnv;
  leave(): Promise<void>;
}

/** Engines for one command, gone without a trace after it. */
export async function throwawayPlace(): Promise<CommandPlace> {
  const engines = await startThrowawayEngines(durableSettings);
  const { postgres, meilisearch, folder } = engines;
  const media = join(folder, 'media');
  mkdirSync(media);
  const secret = () => randomBytes(32).toString('base64url');
  const env = {
    TIWIZI_MODE: 'test',
    DATABASE_URL: postgres.url('postgres'),
    MEILI_URL: meilisearch.url,
    MEILI_KEY: meilisearch.key,
    STORAGE_URL: `file://${media}`,
    PUBLIC_URL: 'http://localhost:3000',
    APP_SECRET: secret(),
    STRIPE_SECRET_KEY: `sk_test_${secret()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${secret()}`,
    NODE_ENV: 'production',
    ...process.env,
  };
  if ((await runCli(['migrate'], env, 'ignore')) !== 0) throw new Error('the migrations failed');
  return { env, leave: () => engines.stop() };
}

/** The marketplace in this data folder: its engines if they run already, or started for the command. */
export async function marketplacePlace(folder?: string): Promise<CommandPlace> {
  const data = openDataFolder(folder);
  const state = new RunState(data.folder);
  if (!state.claim()) {
    const living = state.living();
    const password = join(data.postgres, 'password');
    if (!living?.url || !existsSync(password)) throw new Error('Tiwizi is being started: try again in a moment.');
    const { ports } = living;
    const url = postgresUrl(ports.postgres, readFileSync(password, 'utf8'), 'tiwizi');
    return { env: settingsFor(data, ports, url), leave: async () => undefined };
  }
  await state.stopLeftovers();
  const supervisor = new Supervisor(state, () => undefined);
  const ports = await choosePorts(state);
  let databaseUrl = '';
  const services = engineServices(data, ports, (url) => (databaseUrl = url));
  await Promise.all(services.map((service) => supervisor.keep(service)));
  const env = settingsFor(data, ports, databaseUrl);
  if ((await runCli(['migrate'], env, 'ignore')) !== 0) throw new Error('the migrations failed');
  return { env, leave: () => supervisor.end() };
}

/** Runs one command of the product to its end; its exit code. */
export function runCli(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: 'inherit' | 'ignore' = 'inherit',
): Promise<number> {
  const main = join(root, 'apps/cli/dist/main.js');
  const stdio = ['inherit', output, 'inherit'] as const;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], { env, stdio: [...stdio] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

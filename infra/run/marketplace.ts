import { spawn } from 'node:child_process';
import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../build/projects.ts';
import { startMeilisearch } from '../engines/meilisearch.ts';
import { durableSettings, ensureDatabase, lastLines, startPostgres } from '../engines/postgres.ts';
import { freePort, identify, isAlive, isPortFree, launch, stop, type ProcessIdentity } from '../engines/process.ts';
import type { DataFolder } from './data-folder.ts';
import { allocator, flagsOf } from './node-programs.ts';
import type { Ports, RunState } from './run-state.ts';
import type { Service, Supervisor } from './supervisor.ts';

/** The ports of the last run where they are still free. The shop's own is the one people type: it is asked for first. */
export async function choosePorts(state: RunState): Promise<Ports> {
  const before = state.ports();
  const wanted = Number(process.env.PORT || 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error('PORT must be a number from 1 to 65535');
  const ports = {
    api: (await isPortFree(wanted)) ? wanted : await freePort(before.api ?? wanted + 1),
    postgres: await freePort(before.postgres),
    meilisearch: await freePort(before.meilisearch),
    simulator: await freePort(before.simulator),
    workerMetrics: await freePort(before.workerMetrics),
  };
  state.change({ ports });
  return ports;
}

/** What the product's processes are told; whatever the environment already says wins. */
export function settingsFor({ secrets, media }: DataFolder, ports: Ports, databaseUrl: string): NodeJS.ProcessEnv {
  const hasStripe = Boolean(process.env.STRIPE_SECRET_KEY);
  const defaults = {
    TIWIZI_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    MEILI_URL: `http://127.0.0.1:${ports.meilisearch}`,
    MEILI_KEY: secrets.meiliKey,
    STORAGE_URL: `file://${media}`,
    PUBLIC_URL: `http://localhost:${ports.api}`,
    APP_SECRET: secrets.appSecret,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    ...(!hasStripe && {
      STRIPE_SECRET_KEY: secrets.stripeSecretKey,
      STRIPE_API_BASE: `http://127.0.0.1:${ports.simulator}`,
    }),
    NODE_ENV: 'production',
  };
  const given = Object.entries(process.env).filter(([, value]) => value);
  return { ...defaults, ...Object.fromEntries(given), PORT: String(ports.api) };
}

export function engineServices(data: DataFolder, ports: Ports, onDatabase: (url: string) => void): Service[] {
  const log = (name: string) => freshLog(data, name);
  const services: Service[] = [];
  if (!process.env.DATABASE_URL) {
    const logFile = log('postgres');
    services.push({
      name: 'postgres',
      title: 'PostgreSQL',
      logFile,
      async start(onLaunch) {
        const { account, postgres: folder } = data;
        const settings = durableSettings;
        const server = await startPostgres({ folder, port: ports.postgres, account, logFile, settings, onLaunch });
        await ensureDatabase(server, 'tiwizi');
        onDatabase(server.url('tiwizi'));
        return server;
      },
    });
  }
  if (!process.env.MEILI_URL) {
    const logFile = log('meilisearch');
    const { meilisearch: folder, secrets } = data;
    services.push({
      name: 'meilisearch',
      title: 'Meilisearch',
      logFile,
      start: (onLaunch) =>
        startMeilisearch({ folder, port: ports.meilisearch, key: secrets.meiliKey, logFile, onLaunch }),
    });
  }
  return services;
}

export function productServices(data: DataFolder, ports: Ports, env: NodeJS.ProcessEnv): Service[] {
  const program = (
    name: 'api' | 'worker' | 'simulator',
    app: string,
    title: string,
    own: NodeJS.ProcessEnv,
    url?: string,
  ) => nodeService({ name, title, app, env: { ...env, ...own }, logFile: freshLog(data, name), readyUrl: url });
  const simulator = program(
    'simulator',
    'stripe-simulator',
    'Stripe simulator',
    {
      SIMULATOR_PORT: String(ports.simulator),
      PUBLIC_URL: '',
      WEBHOOK_URL: `http://127.0.0.1:${ports.api}/api/v1/webhooks/stripe`,
    },
    `http://127.0.0.1:${ports.simulator}/`,
  );
  const api = program('api', 'api', 'Shop and interface', {}, `http://127.0.0.1:${ports.api}/health/ready`);
  const metrics = String(ports.workerMetrics);
  const worker = program('worker', 'worker', 'Worker', { METRICS_PORT: metrics, PORT: '' });
  return [...(env.STRIPE_API_BASE ? [simulator] : []), api, worker];
}

interface NodeProgram {
  name: Service['name'];
  title: string;
  app: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  readyUrl: string | undefined;
}

function nodeService({ name, title, app, env, logFile, readyUrl }: NodeProgram): Service {
  return {
    name,
    title,
    logFile,
    async start(onLaunch) {
      const main = join(root, 'apps', app, 'dist/main.js');
      const child = launch({
        command: process.execPath,
        args: [...flagsOf(app), main],
        cwd: root,
        env: { ...allocator, ...env },
        logFile,
      });
      const failed = new Promise<never>((_, reject) => child.once('error', reject));
      failed.catch(() => undefined);
      if (!child.pid) return failed;
      const who = identify(child.pid);
      onLaunch(who);
      await answering(who, title, logFile, readyUrl);
      return who;
    },
  };
}

async function answering(who: ProcessIdentity, title: string, logFile: string, url: string | undefined): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && isAlive(who); await sleep(50)) {
    // Without a page to ask, a process that lives is all there is to see.
    if (!url || (await answers(url))) return;
  }
  if (isAlive(who)) await stop(who);
  throw new Error(`${title} did not start. Its last words (${logFile}):\n${lastLines(logFile)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).status < 500;
  } catch {
    return false;
  }
}

/** Runs one command of the product to its end; its words go to the person who waits. */
export async function runTask(supervisor: Supervisor, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const main = join(root, 'apps/cli/dist/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const forget = child.pid ? supervisor.note('task', identify(child.pid)) : () => undefined;
  const code = await ended;
  forget();
  if (code !== 0 && !supervisor.isEnding) throw new Error(`"${args.join(' ')}" failed; it says why above.`);
}

const largeLog = 20 * 1024 * 1024;

/** The log of this run; a large one of earlier runs is kept beside it. */
function freshLog({ logs }: DataFolder, name: string): string {
  const file = join(logs, `${name}.log`);
  if (existsSync(file) && statSync(file).size > largeLog) renameSync(file, `${file}.1`);
  return file;
}

// A whole marketplace for the browser tests: engines of its own, the demonstration's data, every process the real one.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../infra/build/projects.ts';
import { freePort } from '../../../../infra/engines/process.ts';
import { startThrowawayEngines } from '../../../../infra/engines/throwaway.ts';

const port = Number(process.env.E2E_PORT);
const engines = await startThrowawayEngines();
const children: ChildProcess[] = [];
const media = join(engines.folder, 'media');
mkdirSync(media);
const simulatorPort = await freePort();
const secret = () => randomBytes(32).toString('hex');
const env = {
  ...process.env,
  NODE_ENV: 'production',
  TIWIZI_MODE: 'test',
  LOG_LEVEL: 'warn',
  RATE_LIMITS: 'off',
  DATABASE_URL: engines.postgres.url('postgres'),
  MEILI_URL: engines.meilisearch.url,
  MEILI_KEY: engines.meilisearch.key,
  STORAGE_URL: `file://${media}`,
  APP_SECRET: secret(),
  STRIPE_SECRET_KEY: `sk_test_${secret()}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${secret()}`,
  STRIPE_API_BASE: `http://127.0.0.1:${simulatorPort}`,
  PUBLIC_URL: `http://localhost:${port}`,
  PORT: String(port),
};

function run(app: string, args: string[] = [], own: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps', app, 'dist/main.js'), ...args], {
    cwd: root,
    env: { ...env, ...own },
    // The simulator tells of every call: too much beside the tests' own lines.
    stdio: ['ignore', app === 'stripe-simulator' ? 'ignore' : 'inherit', 'inherit'],
  });
  children.push(child);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`it ended with ${code}`))));
  });

async function stop(): Promise<void> {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
  await Promise.all(
    children
      .filter(({ exitCode }) => exitCode === null)
      .map((child) => new Promise((done) => child.once('close', done))),
  );
  await engines.stop();
  process.exit();
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

try {
  await ended(run('cli', ['migrate']));
  await ended(run('cli', ['seed-demo']));
  run('stripe-simulator', [], {
    SIMULATOR_PORT: String(simulatorPort),
    PUBLIC_URL: '',
    WEBHOOK_URL: `http://127.0.0.1:${port}/api/v1/webhooks/stripe`,
  });
  run('worker', [], { METRICS_PORT: '', PORT: '' });
  run('api');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  await stop();
}

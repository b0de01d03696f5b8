import type { Settings } from '@tiwizi/settings';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const apps = resolve(__dirname, '../../..');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** What `readSettings` reads, for a process of its own. */
export const environmentOf = (settings: Settings): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  TIWIZI_MODE: settings.mode,
  LOG_LEVEL: 'fatal',
  RATE_LIMITS: 'off',
  DATABASE_URL: settings.databaseUrl,
  MEILI_URL: settings.meiliUrl,
  MEILI_KEY: settings.meiliKey,
  MEILI_INDEX_PREFIX: settings.indexPrefix,
  STORAGE_URL: settings.storageUrl,
  PUBLIC_URL: settings.publicUrl,
  APP_SECRET: settings.appSecret,
  STRIPE_SECRET_KEY: settings.stripeSecretKey,
  STRIPE_WEBHOOK_SECRET: settings.stripeWebhookSecret,
  ...(settings.stripeApiBase && { STRIPE_API_BASE: settings.stripeApiBase }),
});

/** A real process that comes back after every kill, until it is put away. */
export class Immortal {
  kills = 0;
  private child: ChildProcess | undefined;
  private isOver = false;
  private readonly life: Promise<void>;

  constructor(
    private readonly program: 'api' | 'worker',
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.life = this.live();
  }

  kill(): void {
    if (this.child?.exitCode === null && this.child.kill('SIGKILL')) this.kills += 1;
  }

  async end(): Promise<void> {
    this.isOver = true;
    this.child?.kill('SIGTERM');
    await this.life;
  }

  private async live(): Promise<void> {
    while (!this.isOver) {
      this.child = spawn(process.execPath, [resolve(apps, this.program, 'dist/main.js')], {
        env: this.env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await once(this.child, 'close');
    }
  }
}

/** Asks until somebody answers who is not our own fault: a process that dies meanwhile is not the buyer's concern. */
export async function persistently(url: string, init: RequestInit): Promise<{ status: number; body: never }> {
  for (const deadline = Date.now() + 90_000; ; await sleep(50)) {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      const body = text ? JSON.parse(text) : null;
      const isAgain = response.status >= 500 || (response.status === 409 && body?.code === 'request_in_progress');
      if (!isAgain) return { status: response.status, body: body as never };
    } catch {
      // Nobody listened, or whoever did died: ask again with the same key.
    }
    if (Date.now() > deadline) throw new Error(`nobody answers at ${url}`);
  }
}

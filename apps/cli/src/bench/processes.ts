import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const apps = resolve(import.meta.dirname, '../../..');
/** Linux counts processor time in hundredths of a second. */
const millisecondsPerTick = 10;

export interface Server {
  url: string;
  process: ChildProcess;
  /** From the start of the process to its first good answer. */
  startMs: number;
  stop(): Promise<void>;
}

interface Program {
  /** A file below apps. */
  file: string;
  env: NodeJS.ProcessEnv;
  portName?: string;
  readyPath?: string;
}

/** Starts a program on a free port and waits until it answers. */
export async function startServer({ file, env, portName = 'PORT', readyPath = '/' }: Program): Promise<Server> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=16', '--max-old-space-size=256', resolve(apps, file)], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env, [portName]: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 30_000; ; await sleep(10)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${file} does not start`);
    const isReady = await fetch(url + readyPath).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
  }
  return {
    url,
    process: child,
    startMs: performance.now() - started,
    stop: () =>
      new Promise((done) => {
        child.once('close', () => done());
        child.kill('SIGTERM');
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Processor time of these processes so far, in milliseconds. */
export function cpuMs(servers: readonly Server[]): number {
  return servers.reduce((sum, { process: { pid } }) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  }, 0);
}

/** Memory in use, in megabytes. */
export function residentMb({ process: { pid } }: Server): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

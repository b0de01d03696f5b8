import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const apps = resolve(import.meta.dirname, '../../../..');
/** What the supervisor would tell Node; `npm run bench` hands it on, with its settings of memory in the environment. */
const flagsIn = (name: string) => (process.env[name] ?? '').split(' ').filter(Boolean);
const flags = flagsIn('TIWIZI_NODE_FLAGS');
export const workerFlags = flagsIn('TIWIZI_WORKER_FLAGS');

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
  /** What Node itself is told beside. */
  args?: readonly string[];
}

/** Starts a program on a free port and waits until it answers. */
export async function startServer(program: Program): Promise<Server> {
  const { file, env, portName = 'PORT', readyPath = '/', args = [] } = program;
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, ...args, resolve(apps, file)], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env, [portName]: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 30_000; !(await answers(url + readyPath)); await sleep(10)) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    child.kill('SIGKILL');
    throw new Error(`${file} does not start`);
  }
  return { url, process: child, startMs: performance.now() - started, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
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

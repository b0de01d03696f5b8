import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Tells one process from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

export interface Launch {
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  logFile: string;
  uid?: number;
  gid?: number;
}

/** How each process that we started ends: « exit code 1 », « signal SIGKILL ». */
const endings = new Map<number, Promise<string>>();

/** How it ended, in words; undefined for a process that an earlier run had started. Ask once it is gone. */
export const endingOf = ({ pid }: ProcessIdentity): Promise<string> | undefined => endings.get(pid);

/** Starts a process in a group of its own: Ctrl-C reaches only us, and we stop the others in order. */
export function launch({ command, args, logFile, ...options }: Launch): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] });
    if (child.pid !== undefined) endings.set(child.pid, ending(child));
    return child;
  } finally {
    closeSync(log);
  }
}

const ending = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });

/** The moment a living process started, in the system's own notation; undefined once it is gone. */
function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const [state, , ...fields] = statusOf(pid);
  return state === 'Z' ? undefined : fields[17];
}

/** What Linux knows of a process, from its state on; empty when there is none. */
function statusOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The field before, the name, may hold spaces and brackets: count from the last bracket on.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function ps(pid: number, field: 'lstart' | 'command' | 'ppid'): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The nearest process above this one whose command line begins like that. */
export function ancestor(command: string): ProcessIdentity | undefined {
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    if (commandOf(pid).startsWith(command)) return identify(pid);
  }
  return undefined;
}

function parentOf(pid: number): number {
  return Number((process.platform === 'linux' ? statusOf(pid)[1] : ps(pid, 'ppid')) ?? 0);
}

/** The command line of a process; empty when there is none. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

export function identify(pid: number): ProcessIdentity {
  return { pid, startedAt: startOf(pid) ?? '' };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt !== '' && startOf(pid) === startedAt;
}

/** Asks a process to end and waits; whoever is still there after the patience runs out is killed with its whole group. */
export async function stop(who: ProcessIdentity, signal: NodeJS.Signals = 'SIGTERM', patience = 5000): Promise<void> {
  send(who.pid, signal);
  const deadline = Date.now() + patience;
  while (isAlive(who) && Date.now() < deadline) await sleep(20);
  if (!isAlive(who)) return;
  send(-who.pid, 'SIGKILL');
  while (isAlive(who)) await sleep(20);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The wanted port when it is free, else one that the system chooses. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? Promise.reject(new Error('no free port on this machine'));
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';

/** Parts of the running marketplace that use the processor. */
export type Part = 'api' | 'worker' | 'postgres' | 'meilisearch' | 'bare';
export type CpuMs = Partial<Record<Part, number>>;

/** Linux counts processor time in hundredths of a second. */
const millisecondsPerTick = 10;

interface Stat {
  name: string;
  parent: number;
  ownTicks: number;
  endedChildrenTicks: number;
}

/** Reads what each part has used so far; a part whose process is not on this machine is left out. */
export class Meter {
  private readonly pids: ReadonlyMap<Part, number>;

  constructor(pids: Partial<Record<Part, number | undefined>>) {
    const known = Object.entries(pids).filter((entry): entry is [Part, number] => entry[1] !== undefined);
    this.pids = new Map(known);
  }

  read(): CpuMs {
    const stats = [...this.pids.values()].length ? allStats() : new Map<number, Stat>();
    return Object.fromEntries([...this.pids].map(([part, pid]) => [part, treeMs(stats, pid)]));
  }

  since(before: CpuMs): CpuMs {
    const now = this.read();
    return Object.fromEntries([...this.pids.keys()].map((part) => [part, (now[part] ?? 0) - (before[part] ?? 0)]));
  }
}

/** A process, its living children, and those that have ended: PostgreSQL makes one for every connection. */
function treeMs(stats: ReadonlyMap<number, Stat>, pid: number): number {
  const root = stats.get(pid);
  if (!root) return 0;
  const children = [...stats.values()].filter(({ parent }) => parent === pid);
  const ticks = children.reduce((sum, { ownTicks }) => sum + ownTicks, root.ownTicks + root.endedChildrenTicks);
  return ticks * millisecondsPerTick;
}

function allStats(): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const stat = pid ? statOf(pid) : null;
    if (stat) stats.set(pid, stat);
  }
  return stats;
}

function statOf(pid: number): Stat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets: count from the last bracket on.
    const end = line.lastIndexOf(')');
    const fields = line.slice(end + 2).split(' ');
    const ticks = (place: number) => Number(fields[place]);
    return {
      name: line.slice(line.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      ownTicks: ticks(11) + ticks(12),
      endedChildrenTicks: ticks(13) + ticks(14),
    };
  } catch {
    return null;
  }
}

/** The server above one of its own sessions; undefined where the database is on another machine. */
export function postgresPid(sessionPid: number): number | undefined {
  const session = statOf(sessionPid);
  return session?.name === 'postgres' ? session.parent : undefined;
}

/** The engine that listens on this port; undefined where it is on another machine or says so elsewhere. */
export function meilisearchPid(url: string): number | undefined {
  const { port } = new URL(url);
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!pid) continue;
    const [program = '', ...args] = commandOf(pid);
    if (program.includes('meilisearch') && args.some((arg) => arg.endsWith(`:${port}`))) return pid;
  }
  return undefined;
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Memory in use, in megabytes. */
export function residentMb(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

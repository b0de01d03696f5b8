import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive, stop, type ProcessIdentity } from '../engines/process.ts';
import { writeWhole } from './data-folder.ts';

export type Ports = Record<'api' | 'postgres' | 'meilisearch' | 'simulator' | 'workerMetrics', number>;

export type ChildName = 'postgres' | 'meilisearch' | 'simulator' | 'worker' | 'api' | 'task';

interface Recorded {
  url?: string;
  ports: Partial<Ports>;
  children: Partial<Record<ChildName, ProcessIdentity>>;
}

/** In this order nobody loses what it stands on: the shop first, the engines last. */
export const stopOrder: ChildName[] = ['task', 'api', 'worker', 'simulator', 'meilisearch', 'postgres'];

/** How each is asked to end; for PostgreSQL an interrupt is its quick and clean way. */
export const stopSignal = (name: ChildName): NodeJS.Signals => (name === 'postgres' ? 'SIGINT' : 'SIGTERM');

/** What a run leaves on disk for the next one: who supervises, whom, and on which ports. */
export class RunState {
  private readonly file: string;
  private readonly lock: string;
  private recorded: Recorded;

  constructor(folder: string) {
    this.file = join(folder, 'state.json');
    this.lock = join(folder, 'supervisor.json');
    this.recorded = readJson<Recorded>(this.file) ?? { ports: {}, children: {} };
  }

  /** The address of the run that is alive on this data; `starting` while it has none yet. */
  living(): { pid: number; url: string | undefined; ports: Ports } | undefined {
    const supervisor = readJson<ProcessIdentity>(this.lock);
    if (!supervisor || !isAlive(supervisor)) return undefined;
    const { url, ports } = readJson<Recorded>(this.file) ?? this.recorded;
    return { pid: supervisor.pid, url, ports: ports as Ports };
  }

  /** Makes this process the only supervisor of the data; false when another one is. */
  claim(): boolean {
    const mine = `${this.lock}.${process.pid}`;
    writeWhole(mine, JSON.stringify(identify(process.pid)));
    try {
      if (existsSync(this.lock) && !this.living()) setAside(this.lock);
      linkSync(mine, this.lock);
      this.recorded = readJson<Recorded>(this.file) ?? this.recorded;
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Ends what a supervisor that was killed hard left running. */
  async stopLeftovers(): Promise<ChildName[]> {
    const { children } = this.recorded;
    const found = stopOrder.filter((name) => children[name] && isAlive(children[name]));
    for (const name of found) {
      const child = children[name];
      if (child) await stop(child, stopSignal(name));
    }
    this.change({ children: {}, url: undefined });
    return found;
  }

  ports(): Partial<Ports> {
    return this.recorded.ports;
  }

  change(part: Partial<Recorded>): void {
    this.recorded = { ...this.recorded, ...part };
    writeWhole(this.file, JSON.stringify(this.recorded, null, 2));
  }

  child(name: ChildName, who: ProcessIdentity | undefined): void {
    const children = { ...this.recorded.children };
    if (who) children[name] = { pid: who.pid, startedAt: who.startedAt };
    else delete children[name];
    this.change({ children });
  }

  release(): void {
    this.change({ children: {}, url: undefined });
    rmSync(this.lock, { force: true });
  }
}

/** Moved, then removed: of two that find a dead supervisor's lock only one can move it. */
function setAside(lock: string): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
    const moved = readJson<ProcessIdentity>(aside);
    if (moved && isAlive(moved)) linkSync(aside, lock); // Taken by another in the meantime: give it back.
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { endingOf, isAlive, stop, type ProcessIdentity } from '../engines/process.ts';
import { lastLines } from '../engines/postgres.ts';
import { stopOrder, stopSignal, type ChildName, type RunState } from './run-state.ts';

/** Something that is kept running: `start` returns once it answers. */
export interface Service {
  name: ChildName;
  title: string;
  logFile: string;
  start(onLaunch: (who: ProcessIdentity) => void): Promise<ProcessIdentity>;
}

/** So many deaths within this time are no accident any more. */
const patience = { deaths: 6, withinMs: 60_000 };
const firstDelayMs = 200;

/** Keeps the services running, and brings everything down in order when asked or when one cannot be kept. */
export class Supervisor {
  private readonly children = new Map<ChildName, ProcessIdentity>();
  private readonly deaths = new Map<ChildName, number[]>();
  private readonly restarting = new Set<ChildName>();
  private readonly watched = new Map<ChildName, Service>();
  private ending: Promise<void> | undefined;
  private readonly state: RunState;
  private readonly say: (line: string) => void;

  constructor(state: RunState, say: (line: string) => void) {
    this.state = state;
    this.say = say;
  }

  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** Starts a service and keeps it alive from now on. */
  async keep(service: Service): Promise<void> {
    await this.launch(service);
    this.watched.set(service.name, service);
  }

  /** Notes a process that must not outlive us; call the result when it has ended. */
  note(name: ChildName, who: ProcessIdentity): () => void {
    this.children.set(name, who);
    this.state.child(name, who);
    // Launched while everything was already being brought down.
    if (this.isEnding) void stop(who, stopSignal(name));
    return () => {
      this.children.delete(name);
      this.state.child(name, undefined);
    };
  }

  async restart(name: ChildName): Promise<void> {
    const service = this.watched.get(name);
    const child = this.children.get(name);
    if (!service || !child || this.restarting.has(name) || this.isEnding) return;
    this.restarting.add(name);
    try {
      await stop(child, stopSignal(name));
      await this.launch(service);
    } finally {
      this.restarting.delete(name);
    }
  }

  /** Looks after the services until the end; rejects when one dies again and again. */
  async watch(): Promise<void> {
    for (; !this.isEnding; await sleep(200)) {
      for (const [name, service] of this.watched) {
        const child = this.children.get(name);
        if (!child || isAlive(child) || this.restarting.has(name) || this.isEnding) continue;
        await this.revive(service);
      }
    }
  }

  private async revive(service: Service): Promise<void> {
    for (let last: unknown; !this.isEnding;) {
      const recent = (this.deaths.get(service.name) ?? []).filter((at) => Date.now() - at < patience.withinMs);
      this.deaths.set(service.name, [...recent, Date.now()]);
      if (recent.length >= patience.deaths) {
        const words = last instanceof Error ? last.message : lastLines(service.logFile);
        throw new Error(`${service.title} died ${recent.length + 1} times in a minute. Its last words:\n${words}`);
      }
      this.say(`${service.title} died (${await this.endingOf(service.name)}): starting it again`);
      await sleep(firstDelayMs * 2 ** recent.length);
      try {
        if (!this.isEnding) await this.launch(service);
        return;
      } catch (error) {
        last = error;
      }
    }
  }

  /** What killed it is worth a line: its own mistake, or somebody's signal. */
  private async endingOf(name: ChildName): Promise<string> {
    const child = this.children.get(name);
    return (child && (await endingOf(child))) ?? 'nobody saw how';
  }

  private async launch(service: Service): Promise<void> {
    await service.start((who) => this.note(service.name, who));
  }

  /** Everything down, in order; asked twice it is done once. */
  end(): Promise<void> {
    this.ending ??= this.bringDown();
    return this.ending;
  }

  private async bringDown(): Promise<void> {
    for (const name of stopOrder) {
      const child = this.children.get(name);
      if (child) await stop(child, stopSignal(name));
    }
    this.state.release();
  }
}

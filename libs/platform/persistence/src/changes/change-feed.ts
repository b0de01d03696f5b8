import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeLine } from './change-line.js';
import { everything, topicsOf } from './tell-changed.js';

/** Null: nobody knows what changed, so it may have been anything. */
export type ChangedTopics = ReadonlySet<string> | null;

/** Notices of one moment are passed on together: a storm of changes drops copies forty times a second, not thousands. */
const gatheredMs = 25;
const firstPauseMs = 50;
const longestPauseMs = 2000;

/**
 * What other processes changed, heard over a connection of its own. After a connection was lost nobody knows what was
 * said meanwhile: listeners are told that anything may have changed, at once and again when the line is back.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly logger = new Logger(ChangeFeed.name);
  private readonly listeners = new Set<(changed: ChangedTopics) => void>();
  private readonly ending = new AbortController();
  private gathered = new Set<string>();
  private gathering: NodeJS.Timeout | undefined;
  private line: ChangeLine | undefined;
  private running: Promise<void> | undefined;
  private isHeard = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** While this is false, what is kept cannot be dropped by anybody's word. */
  get isLive(): boolean {
    return this.isHeard;
  }

  subscribe(listener: (changed: ChangedTopics) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Begins to listen, once: a process that keeps nothing needs no line. */
  open(): void {
    if (!this.ending.signal.aborted) this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    clearTimeout(this.gathering);
    await this.line?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let pauseMs = firstPauseMs; !this.ending.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const line = new ChangeLine(this.settings.databaseUrl, (notice) => this.gather(notice));
      this.line = line;
      try {
        await line.open();
        pauseMs = firstPauseMs;
        this.isHeard = true;
        this.announce(null);
        await line.ended;
      } catch (error) {
        if (!this.ending.signal.aborted) this.logger.warn(`no line for changes: ${String(error)}`);
      }
      this.isHeard = false;
      await line.close();
      this.announce(null);
      await sleep(pauseMs * (0.5 + Math.random()), undefined, { signal: this.ending.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  private gather(notice: string): void {
    for (const topic of topicsOf(notice)) this.gathered.add(topic);
    this.gathering ??= setTimeout(() => {
      this.announce(this.gathered.has(everything) ? null : this.gathered);
    }, gatheredMs);
  }

  private announce(changed: ChangedTopics): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    this.gathered = new Set();
    for (const listener of this.listeners) listener(changed);
  }
}

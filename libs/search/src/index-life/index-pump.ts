import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import { ProcessLog } from '@tiwizi/events';
import { Database, tellChanged } from '@tiwizi/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { IndexChanges } from './index-changes.js';
import { ReadChanges } from './read-changes.js';

const pauseMs = 2000;
const longestGoodbyeMs = 5000;

/**
 * Brings changes into the rows and to the engine as they come, those that came meanwhile all in one task: many a second cost little more
 * than one. While the engine is away it tries again by itself; nothing is forgotten, since what waits stands in
 * PostgreSQL.
 */
@Injectable()
export class IndexPump implements OnApplicationShutdown {
  private readonly ending = new AbortController();
  private running: Promise<void> | null = null;
  private isAsked = false;

  constructor(
    private readonly rows: ReadChanges,
    private readonly changes: IndexChanges,
    private readonly database: Database,
    private readonly log: ProcessLog,
  ) {}

  /** Something waits. */
  wake(): void {
    this.isAsked = true;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    // What the engine was given it does; whether it did is looked at again by the next process.
    await Promise.race([this.running, sleep(longestGoodbyeMs, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.ending.signal.aborted) {
      this.isAsked = false;
      try {
        await this.rows.execute();
        if (await this.changes.all()) await tellChanged(this.database, [topics.search]);
      } catch (error) {
        this.log.warn({ err: error }, 'the search engine could not be told of changes: they wait');
        this.isAsked = true;
        await sleep(pauseMs, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
      }
    }
  }
}

import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { lanes, type Lane } from '@tiwizi/contracts';
import { jobSchema, parkedQueue, PreparingClient } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBatch } from './event-batch.js';
import { EVENT_CONSUMER, SCHEDULED, type AnyHandler, type ScheduledTask } from './handlers.js';
import type { EventJob } from './job-client.js';
import { parked } from './metrics.js';
import { ProcessLog } from './process-log.js';
import { withRequestId } from './request-trace.js';

const scheduleZone = 'Africa/Casablanca';

/**
 * What gathers while a batch is worked on is the next batch: under load, many events share their statements and their
 * commit. Pictures and the card provider take seconds each, so they are taken singly, side by side.
 */
const pace: Record<Lane, { batchSize: number; localConcurrency: number }> = {
  quick: { batchSize: 64, localConcurrency: 1 },
  post: { batchSize: 32, localConcurrency: 2 },
  slow: { batchSize: 1, localConcurrency: 4 },
};

/** Milliseconds in which the next batch gathers: nobody waits for what these lanes do, or not as long as that. */
const rest: Record<Lane, number> = { quick: 30, post: 8, slow: 0 };

/** Runs the handlers and schedules of every context that is loaded: the work of the worker process. */
@Injectable()
export class EventRunner implements BeforeApplicationShutdown {
  private boss: PgBoss | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly batch: EventBatch,
    private readonly log: ProcessLog,
  ) {}

  async start(): Promise<void> {
    const options = {
      // Options of the pool, which the library passes on. Its statements are few, and planned once. A job whose end was
      // lost when the server's machine died is brought again, and the inbox knows it: no commit needs to wait for the disk.
      Client: PreparingClient,
      options: '-c synchronous_commit=off -c jit=off',
      connectionString: this.settings.databaseUrl,
      schema: jobSchema,
      application_name: 'tiwizi-jobs',
      max: 6,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      cronMonitorIntervalSeconds: 20,
      cronWorkerIntervalSeconds: 2,
      monitorIntervalSeconds: 30,
    };
    const boss = new PgBoss(options);
    boss.on('error', (error) => this.log.warn({ err: error }, 'the job tables could not be reached'));
    this.boss = boss;
    await boss.start();
    for (const lane of lanes) await this.consume(boss, lane);
    await this.watchParked(boss);
    await this.runSchedules(boss);
  }

  /** What a schedule does, now and here: for its specs and for a person at the command line. */
  async runScheduled(name: string): Promise<void> {
    const task = this.tasks().find((one) => one.name === name);
    if (!task) throw new Error(`nothing is scheduled under ${name}`);
    await task.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 20_000 });
    this.boss = undefined;
  }

  private async consume(boss: PgBoss, lane: Lane): Promise<void> {
    const handlers = new Map<string, AnyHandler[]>();
    for (const handler of this.handlers()) {
      handlers.set(handler.event.name, [...(handlers.get(handler.event.name) ?? []), handler]);
    }
    const options = {
      ...pace[lane],
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
      burstWhenBatchFull: true,
    } as const;
    await boss.work(`events-${lane}`, options, async (jobs: JobWithMetadata<EventJob>[]) => {
      const results = await this.batch.bring(jobs, handlers);
      if (rest[lane]) await sleep(rest[lane]);
      return results;
    });
  }

  private async watchParked(boss: PgBoss): Promise<void> {
    const queue = await boss.getQueue(parkedQueue);
    if (!queue) throw new Error('the job queues are missing: run the migrations');
    if (queue.queuedCount > 0) this.log.error({ count: queue.queuedCount }, 'parked events wait for somebody to look');
    parked.inc({ event: 'before-start' }, queue.queuedCount);
  }

  private async runSchedules(boss: PgBoss): Promise<void> {
    const tasks = new Map(this.tasks().map((task) => [task.name, task]));
    const known = await boss.getSchedules('schedules');
    for (const { key } of known) if (!tasks.has(key)) await boss.unschedule('schedules', key);
    for (const { name, cron } of tasks.values()) {
      await boss.schedule('schedules', cron, { task: name }, { key: name, tz: scheduleZone, missed: 'once' });
    }
    await boss.work<{ task: string }>(
      'schedules',
      { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, localConcurrency: 2 },
      async (jobs) => {
        for (const { data, id } of jobs) {
          await withRequestId(id, async () => {
            try {
              await tasks.get(data.task)?.run();
            } catch (error) {
              this.log.error({ task: data.task, err: error }, 'a scheduled task failed');
              throw error;
            }
          });
        }
      },
    );
  }

  private handlers(): AnyHandler[] {
    return this.marked<AnyHandler>(EVENT_CONSUMER);
  }

  private tasks(): ScheduledTask[] {
    return this.marked<ScheduledTask>(SCHEDULED);
  }

  private marked<T>(mark: symbol): T[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => instance && metatype && this.reflector.get(mark, metatype))
      .map(({ instance }) => instance as T);
  }
}

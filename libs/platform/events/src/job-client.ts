import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database, jobSchema, type EntityManager } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { PgBoss, type Db } from 'pg-boss';
import { ProcessLog } from './process-log.js';

export interface EventJob {
  event: string;
  payload: unknown;
  requestId?: string;
}

/** The connection to the job tables. It writes through the caller's transaction or the process's own pool. */
@Injectable()
export class JobClient implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly boss: PgBoss;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly database: Database,
    private readonly log: ProcessLog,
  ) {
    this.boss = new PgBoss({
      db: onPool(this.database),
      connectionString: settings.databaseUrl,
      schema: jobSchema,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    this.boss.on('error', (error) => this.log.warn({ err: error }, 'the job tables could not be reached'));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
  }

  async insert(tx: EntityManager, queue: string, jobs: EventJob[]): Promise<void> {
    await this.boss.insert(
      queue,
      jobs.map((data) => ({ data })),
      { db: inTransaction(tx) },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }
}

const onPool = (database: Database): Db => ({
  executeSql: async (text, values) => ({ rows: await database.query(text, values) }),
});

const inTransaction = (tx: EntityManager): Db => ({
  executeSql: async (text, values) => ({ rows: rowsOf(await tx.query(text, values as unknown[])) }),
});

/** TypeORM answers updates with [rows, count], everything else with rows. */
function rowsOf(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) return [];
  return answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number' ? answer[0] : answer;
}

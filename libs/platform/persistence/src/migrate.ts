import { PgBoss } from 'pg-boss';
import { DataSource, type MigrationInterface } from 'typeorm';
import { eventQueues, jobSchema } from './job-queues.js';

export type MigrationClass = new () => MigrationInterface;

/** Brings a database to the present shape: schemas of all contexts, then the job tables and their queues. */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    schema: 'platform',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2,
    applicationName: 'tiwizi-migrate',
    extra: { options: '-c timezone=UTC -c lock_timeout=10000' },
  });
  await source.initialize();
  try {
    // Two processes that start at once migrate one after the other.
    const runner = source.createQueryRunner();
    try {
      await runner.query(`select pg_advisory_lock(hashtextextended('tiwizi/migrate', 0))`);
      await runner.query('create schema if not exists platform');
      await source.runMigrations({ transaction: 'each' });
      await migrateJobs(url);
    } finally {
      await runner.query(`select pg_advisory_unlock(hashtextextended('tiwizi/migrate', 0))`);
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}

async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: true,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const { name, ...options } of eventQueues) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

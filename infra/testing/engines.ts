import pg from 'pg';
import { compileStale } from '../build/build.ts';
import { startThrowawayEngines, type ThrowawayEngines } from '../engines/throwaway.ts';

const template = 'template_tiwizi';
let engines: ThrowawayEngines | undefined;

/** One PostgreSQL and one Meilisearch for the whole run; a migrated template that every worker's database is cloned from. */
export default async function startEngines({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('The tests need Node 24: run them with npm.');
  await compileStale();
  engines = await startThrowawayEngines();
  endWithTheRun();
  const { postgres, meilisearch } = engines;
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  try {
    await admin.query(`create database ${template}`);
    const { migrateMarketplace } = await import('@tiwizi/marketplace');
    await migrateMarketplace(postgres.url(template));
    await admin.query(`alter database ${template} with is_template true allow_connections false`);
    for (let worker = 1; worker <= maxWorkers; worker += 1) {
      await admin.query(`create database w${worker} template ${template} strategy file_copy`);
    }
  } catch (error) {
    await engines.stop();
    throw error;
  } finally {
    await admin.end();
  }
  // The workers inherit these; each picks its own database and index prefix (see environment.ts).
  process.env.TEST_POSTGRES_URL = postgres.url('');
  process.env.TEST_TEMPLATE = template;
  process.env.MEILI_URL = meilisearch.url;
  process.env.MEILI_KEY = meilisearch.key;
}

export async function stopEngines(): Promise<void> {
  await engines?.stop();
}

/** Jest skips its teardown when it is interrupted; the engines, in groups of their own, would go on. */
function endWithTheRun(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stopEngines().finally(() => process.exit(130)));
  }
}

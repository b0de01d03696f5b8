import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { CompareIndex } from './compare-index.js';
import { EnsureIndex } from './ensure-index.js';
import { IndexChanges } from './index-changes.js';

/** After the engine was away: its index is there, of this version, and knows what happened meanwhile. */
@Scheduled()
export class CatchUp implements ScheduledTask {
  readonly name = 'search/catch-up';
  readonly cron = '* * * * *';

  constructor(
    private readonly ensureIndex: EnsureIndex,
    private readonly changes: IndexChanges,
    private readonly compareIndex: CompareIndex,
  ) {}

  async run(): Promise<void> {
    await this.ensureIndex.execute();
    await this.changes.all(500);
    if (!(await this.compareIndex.hasAsMany())) await this.compareIndex.execute();
  }
}

@Scheduled()
export class CompareNightly implements ScheduledTask {
  readonly name = 'search/compare';
  readonly cron = '30 3 * * *';

  constructor(
    private readonly database: Database,
    private readonly compareIndex: CompareIndex,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const healed = await this.compareIndex.execute();
    if (healed) this.log.warn({ products: healed }, 'the search index differed from the catalogue and was put right');
    await this.database.query(`delete from search.change where is_indexed and changed_at < now() - interval '1 day'`);
  }
}

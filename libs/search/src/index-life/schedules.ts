import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { BuildTurn } from './build-turn.js';
import { buckets, CompareIndex } from './compare-index.js';
import { ChangeTries } from './change-tries.js';
import { EnsureIndex } from './ensure-index.js';
import { IndexChanges } from './index-changes.js';
import { ReadChanges } from './read-changes.js';

/** So many of the 256 buckets a minute: an hour for all of them. */
const bucketsAtOnce = 4;
/** A change that waits longer than this is somebody's business. */
const longestWait = '2 minutes';

/** After the engine was away: its index is there, of this version, and knows what happened meanwhile. */
@Scheduled()
export class CatchUp implements ScheduledTask {
  readonly name = 'search/catch-up';
  readonly cron = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly turn: BuildTurn,
    private readonly rows: ReadChanges,
    private readonly ensureIndex: EnsureIndex,
    private readonly changes: IndexChanges,
    private readonly compareIndex: CompareIndex,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    await this.tellWhatWaits();
    await this.rows.execute();
    const isInPlace = await this.ensureIndex.execute();
    await this.changes.all();
    if (!isInPlace) return;
    // A slow one is not doubled by the next.
    await this.turn.during(async () => {
      const unequal = await this.compareIndex.unequalBuckets();
      const minute = Math.floor(Date.now() / 60_000);
      const start = (minute * bucketsAtOnce) % buckets.length;
      const inTurn = buckets.slice(start, start + bucketsAtOnce);
      this.tell(await this.compareIndex.compareBuckets([...new Set([...unequal, ...inTurn])]));
    }, 'search/catch-up');
  }

  private tell(healed: number): void {
    if (healed) this.log.warn({ products: healed }, 'the search index differed from the catalogue and was put right');
  }

  private async tellWhatWaits(): Promise<void> {
    const [row] = await this.database.query<{ since: Date }>(
      `select changed_at as since from search.change
       where (not is_indexed or not is_read) and changed_at < now() - $1::interval order by changed_at limit 1`,
      [longestWait],
    );
    if (row) this.log.error({ since: row.since }, 'changes wait for the search engine');
  }
}

@Scheduled()
export class CompareNightly implements ScheduledTask {
  readonly name = 'search/compare';
  readonly cron = '30 3 * * *';

  constructor(
    private readonly database: Database,
    private readonly tries: ChangeTries,
    private readonly compareIndex: CompareIndex,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    await this.tries.forgive();
    const healed = await this.compareIndex.execute();
    if (healed) this.log.warn({ products: healed }, 'the search index differed from the catalogue and was put right');
    await this.database.query(`delete from search.change where is_indexed and changed_at < now() - interval '1 day'`);
  }
}

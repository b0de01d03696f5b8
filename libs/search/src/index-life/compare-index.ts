import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { indexVersion } from '../engine/index-settings.js';
import { idsOnShow, staleAmong } from '../persistence/products-on-show.query.js';
import { mostTries } from './change-tries.js';
import { IndexChanges } from './index-changes.js';
import { mostAtOnce, RefreshDocuments } from './refresh-documents.js';

const stretchSize = mostAtOnce;
const firstKey = '00000000-0000-0000-0000-000000000000';

/** Ends of ids: every product is in one of them, each about as large as the others. */
export const buckets: readonly string[] = Array.from({ length: 256 }, (_, number) =>
  number.toString(16).padStart(2, '0'),
);

interface Entry {
  id: string;
  checksum: string;
}

/**
 * Looks for what no event told: rows that say other than the catalogue (a certificate ran out overnight), and
 * documents of the engine that say other than the rows. Answers how many products were put right. A stretch of keys
 * or a bucket at a time: nothing here holds the whole catalogue.
 */
@Injectable()
export class CompareIndex {
  private readonly version = indexVersion();

  constructor(
    private readonly database: Database,
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
  ) {}

  /**
   * Quick enough for every minute: buckets of which the engine has more or fewer than there are rows. What is on its
   * way to the engine differs for a good reason: while anything waits, none is looked at.
   */
  async unequalBuckets(): Promise<string[]> {
    if (await this.isAnythingWaiting()) return [];
    const rows = await this.database.query<{ bucket: string; count: number }>(
      'select bucket, count(*)::int as count from search.document group by bucket',
    );
    const known = new Map<string, number>();
    for (const bucket of buckets) known.set(bucket, await this.changes.index.countIn(bucket));
    if (await this.isAnythingWaiting()) return [];
    const expected = new Map(rows.map(({ bucket, count }) => [bucket, count]));
    return buckets.filter((bucket) => (expected.get(bucket) ?? 0) !== (known.get(bucket) ?? 0));
  }

  private async isAnythingWaiting(): Promise<boolean> {
    const [row] = await this.database.query<{ is: boolean }>(
      `select exists (select from search.change where not is_indexed and tries < $1)
           or exists (select from search.change where not is_read and tries < $1) as is`,
      [mostTries],
    );
    return row?.is ?? true;
  }

  /** Everything. */
  async execute(): Promise<number> {
    const stale = await this.refreshRows();
    const strange = await this.strangersIn(buckets);
    await this.changes.all();
    return stale + strange;
  }

  /** The engine beside the rows, these buckets of both. */
  async compareBuckets(some: readonly string[]): Promise<number> {
    const strange = await this.strangersIn(some);
    if (strange) await this.changes.all();
    return strange;
  }

  private async refreshRows(): Promise<number> {
    let changed = await this.refreshAll(await this.changes.goneIds());
    for (let after = firstKey; ;) {
      const ids = (await this.database.named<{ id: string }>(idsOnShow, [after, stretchSize])).map(({ id }) => id);
      changed += await this.refreshAll(await staleAmong(this.database, ids, this.version));
      after = ids.at(-1) ?? after;
      if (ids.length < stretchSize) return changed;
    }
  }

  private async refreshAll(ids: readonly string[]): Promise<number> {
    let changed = 0;
    for (let start = 0; start < ids.length; start += stretchSize) {
      changed += (await this.refresh.execute(ids.slice(start, start + stretchSize))).length;
    }
    return changed;
  }

  private async strangersIn(some: readonly string[]): Promise<number> {
    let count = 0;
    for (const bucket of some) {
      const strange = await this.strangers(bucket);
      if (strange.length) count += (await this.noteAgain(strange)).length;
    }
    return count;
  }

  /** Documents the engine has otherwise, has too many, or lacks. */
  private async strangers(bucket: string): Promise<string[]> {
    const [rows, documents] = await Promise.all([
      this.database.query<Entry>('select product_id as id, checksum from search.document where bucket = $1', [bucket]),
      this.changes.index.checksums(bucket),
    ]);
    const expected = new Map(rows.map(({ id, checksum }) => [id, checksum]));
    const strange = documents.filter(({ id, checksum }) => expected.get(id) !== checksum).map(({ id }) => id);
    for (const { id } of documents) expected.delete(id);
    return [...strange, ...expected.keys()];
  }

  /** Those on their way to the engine differ for a good reason. */
  private noteAgain(ids: readonly string[]): Promise<unknown[]> {
    return this.database.query(
      `insert into search.change as known (product_id) select unnest($1::uuid[])
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_indexed = false
       where known.is_indexed
       returning 1`,
      [ids],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { idsOnShow } from '../persistence/products-on-show.query.js';
import { IndexChanges } from './index-changes.js';
import { RefreshDocuments } from './refresh-documents.js';

const stretchSize = 1000;

/**
 * Looks for what no event told: rows that say other than the catalogue (a certificate ran out overnight), and
 * documents of the engine that say other than the rows. Answers how many products were put right.
 */
@Injectable()
export class CompareIndex {
  constructor(
    private readonly database: Database,
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
  ) {}

  /** Quick enough for every minute: as many documents as rows. */
  async hasAsMany(): Promise<boolean> {
    const [row] = await this.database.query<{ count: number }>('select count(*)::int as count from search.document');
    return row?.count === (await this.changes.index.count());
  }

  async execute(): Promise<number> {
    const stale = await this.refreshRows();
    const strange = await this.findStrangers();
    await this.noteAgain(strange);
    await this.changes.all(stretchSize);
    return stale + strange.length;
  }

  private async refreshRows(): Promise<number> {
    const gone = await this.database.query<{ product_id: string }>(
      `select product_id from search.document d
       where not exists (select from catalog.public_product p where p.id = d.product_id)`,
    );
    let changed = await this.refresh.execute(gone.map(({ product_id }) => product_id));
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await this.database.named<{ id: string }>(idsOnShow, [after, stretchSize]);
      changed += await this.refresh.execute(rows.map(({ id }) => id));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < stretchSize) return changed;
    }
  }

  /** Documents the engine has otherwise, has too many, or lacks; those on their way to it are not looked at. */
  private async findStrangers(): Promise<string[]> {
    const [rows, changes] = await Promise.all([
      this.database.query<{ product_id: string; checksum: string }>('select product_id, checksum from search.document'),
      this.database.query<{ product_id: string }>('select product_id from search.change where not is_indexed'),
    ]);
    const waiting = new Set(changes.map(({ product_id }) => product_id));
    const expected = new Map(rows.map(({ product_id, checksum }) => [product_id, checksum]));
    const strange: string[] = [];
    for (let offset = 0; ; offset += stretchSize) {
      const documents = await this.changes.index.checksums(offset, stretchSize);
      for (const { id, checksum } of documents) {
        if (expected.get(id) !== checksum) strange.push(id);
        expected.delete(id);
      }
      if (documents.length < stretchSize) break;
    }
    return [...strange, ...expected.keys()].filter((id) => !waiting.has(id));
  }

  private async noteAgain(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into search.change (product_id) select unnest($1::uuid[])
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_indexed = false`,
      [ids],
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Database, newId } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { EngineConnection } from '../engine/engine-connection.js';
import type { ProductDocument } from '../engine/product-document.js';
import { engineClient } from '../engine/engine-client.js';
import { SearchIndex } from '../engine/search-index.js';
import { idsOnShow } from '../persistence/products-on-show.query.js';
import { IndexChanges } from './index-changes.js';
import { RefreshDocuments } from './refresh-documents.js';

const batchSize = 500;
const firstKey = '00000000-0000-0000-0000-000000000000';

export type Progress = (line: string) => void;

/** Builds the index again beside the living one, from PostgreSQL, and swaps it in: readers see one or the other. */
@Injectable()
export class BuildIndex {
  private readonly living: SearchIndex;
  private readonly next: SearchIndex;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly database: Database,
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
  ) {
    const client = engineClient(settings, 30_000);
    this.living = new SearchIndex(client, connection.indexName);
    this.next = new SearchIndex(client, `${connection.indexName}_new`);
  }

  /** False when another process is building at this moment. */
  async execute(onProgress: Progress = () => undefined): Promise<boolean> {
    const holder = newId();
    if (!(await this.takeTurn(holder))) return false;
    try {
      await this.build(holder, onProgress);
    } finally {
      await this.database.query('delete from search.build_turn where holder = $1', [holder]);
    }
    return true;
  }

  private async build(holder: string, onProgress: Progress): Promise<void> {
    const [start] = await this.database.query<{ at: string }>('select clock_timestamp()::text as at');
    await this.refreshEverything(holder, onProgress);
    await this.next.create();
    let count = 0;
    for (let after = firstKey; ;) {
      const documents = await this.stretch(after);
      await this.next.put(documents);
      count += documents.length;
      onProgress(`${count} products indexed`);
      await this.takeTurn(holder);
      after = documents.at(-1)?.id ?? after;
      if (documents.length < batchSize) break;
    }
    if ((await this.living.version()) === null) await this.living.create();
    await this.living.swapWith(this.next);
    await this.catchUp(start?.at ?? '-infinity');
    await this.next.drop();
  }

  /** What changed while the new index was filled went to the old one: it is brought again. */
  private async catchUp(since: string): Promise<void> {
    await this.database.query(
      `update search.change set is_indexed = false where changed_at >= $1::timestamptz - interval '1 minute'`,
      [since],
    );
    await this.changes.all(batchSize);
  }

  /** Rows of everything on show, and of nothing else. */
  private async refreshEverything(holder: string, onProgress: Progress): Promise<void> {
    const gone = await this.database.query<{ product_id: string }>(
      `select product_id from search.document d
       where not exists (select from catalog.public_product p where p.id = d.product_id)`,
    );
    await this.refresh.execute(gone.map(({ product_id }) => product_id));
    let count = 0;
    for (let after = firstKey; ;) {
      const ids = (await this.database.named<{ id: string }>(idsOnShow, [after, batchSize])).map(({ id }) => id);
      await this.refresh.execute(ids);
      count += ids.length;
      onProgress(`${count} products read`);
      await this.takeTurn(holder);
      after = ids.at(-1) ?? after;
      if (ids.length < batchSize) return;
    }
  }

  private async stretch(after: string): Promise<ProductDocument[]> {
    const rows = await this.database.query<{ content: ProductDocument }>(
      'select content from search.document where product_id > $1::uuid order by product_id limit $2',
      [after, batchSize],
    );
    return rows.map(({ content }) => content);
  }

  private async takeTurn(holder: string): Promise<boolean> {
    const rows = await this.database.query(
      `insert into search.build_turn as turn (holder, until) values ($1, now() + interval '2 minutes')
       on conflict (is_only) do update set holder = excluded.holder, until = excluded.until
       where turn.holder = excluded.holder or turn.until < now()
       returning 1`,
      [holder],
    );
    return rows.length > 0;
  }
}

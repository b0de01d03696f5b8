import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { Circuit } from '../engine/circuit.js';
import { EngineConnection } from '../engine/engine-connection.js';
import type { ProductDocument } from '../engine/product-document.js';
import { engineClient } from '../engine/engine-client.js';
import { SearchIndex } from '../engine/search-index.js';

interface Change {
  product_id: string;
  changed_at: string;
  content: ProductDocument | null;
}

/** A document may change while it is on its way; after so many rounds the scheduled task goes on. */
const mostRounds = 5;

/** Tells the engine of changed documents, and notes that it knows once it has finished its task. */
@Injectable()
export class IndexChanges {
  readonly index: SearchIndex;
  private readonly circuit = new Circuit(2000);

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly database: Database,
  ) {
    this.index = new SearchIndex(engineClient(settings, 5000), connection.indexName, 20_000);
  }

  /** Throws while the engine is away, so that whoever announced the change tries again. */
  async execute(productIds: readonly string[]): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      if (!(await this.round(await this.waiting(productIds)))) return;
    }
  }

  /** Whatever waits, oldest first; answers how many products were brought. */
  async all(batchSize: number): Promise<number> {
    let count = 0;
    for (let size = batchSize; size === batchSize;) {
      size = await this.round(await this.oldest(batchSize));
      count += size;
    }
    return count;
  }

  private async round(changes: readonly Change[]): Promise<number> {
    if (!changes.length) return 0;
    await this.circuit.run(() => this.bring(changes));
    // Changed again meanwhile: what was brought may have overtaken the newer state, so the next round brings it again.
    await this.database.query(
      `update search.change set is_indexed = change.changed_at = brought.changed_at
       from unnest($1::uuid[], $2::timestamptz[]) as brought (product_id, changed_at)
       where change.product_id = brought.product_id`,
      [changes.map(({ product_id }) => product_id), changes.map(({ changed_at }) => changed_at)],
    );
    return changes.length;
  }

  private waiting(ids: readonly string[]): Promise<Change[]> {
    return this.database.query<Change>(
      `select c.product_id, c.changed_at::text, d.content
       from search.change c left join search.document d using (product_id)
       where c.product_id = any ($1::uuid[]) and not c.is_indexed`,
      [ids],
    );
  }

  private oldest(limit: number): Promise<Change[]> {
    return this.database.query<Change>(
      `select c.product_id, c.changed_at::text, d.content
       from (select * from search.change where not is_indexed order by changed_at limit $1) c
       left join search.document d using (product_id)`,
      [limit],
    );
  }

  private async bring(changes: readonly Change[]): Promise<void> {
    await this.index.put(changes.flatMap(({ content }) => content ?? []));
    await this.index.remove(changes.filter(({ content }) => !content).map(({ product_id }) => product_id));
  }
}

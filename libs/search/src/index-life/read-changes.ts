import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { RefreshDocuments } from './refresh-documents.js';

interface Change {
  product_id: string;
  changed_at: string;
}

const atOnce = 500;

/** Brings the rows of noted products in step with the catalogue, whether the engine is there or not. */
@Injectable()
export class ReadChanges {
  constructor(
    private readonly database: Database,
    private readonly refresh: RefreshDocuments,
  ) {}

  async execute(): Promise<void> {
    for (;;) {
      const changes = await this.database.query<Change>(
        `select product_id, changed_at::text from search.change where not is_read order by changed_at limit $1`,
        [atOnce],
      );
      if (!changes.length) return;
      const told = new Set(await this.refresh.execute(changes.map(({ product_id }) => product_id)));
      // Noted again meanwhile: it is read again. What was in step already is known to the engine.
      await this.database.query(
        `update search.change set is_read = true, is_indexed = is_indexed or not read.is_told
         from unnest($1::uuid[], $2::timestamptz[], $3::boolean[]) as read (product_id, changed_at, is_told)
         where change.product_id = read.product_id and change.changed_at = read.changed_at`,
        [
          changes.map(({ product_id }) => product_id),
          changes.map(({ changed_at }) => changed_at),
          changes.map(({ product_id }) => told.has(product_id)),
        ],
      );
    }
  }
}

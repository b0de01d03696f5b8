import { Injectable } from '@nestjs/common';
import { Database, isUnavailable } from '@tiwizi/persistence';
import { ChangeTries, mostTries } from './change-tries.js';
import { RefreshDocuments } from './refresh-documents.js';

/** Their notes are locked while they are read, and events wait for them. */
const atOnce = 100;

/** Brings the rows of noted products in step with the catalogue, whether the engine is there or not. */
@Injectable()
export class ReadChanges {
  constructor(
    private readonly database: Database,
    private readonly refresh: RefreshDocuments,
    private readonly tries: ChangeTries,
  ) {}

  async execute(): Promise<void> {
    for (let size = atOnce; size === atOnce;) {
      const changes = await this.database.query<{ id: string }>(
        `select product_id as id from search.change where not is_read and tries < $2 order by changed_at limit $1`,
        [atOnce, mostTries],
      );
      const read = async (ids: readonly string[]) => void (await this.refresh.execute(ids));
      await this.tries.each(
        changes.map(({ id }) => id),
        read,
        (error) => !isUnavailable(error),
      );
      size = changes.length;
    }
  }
}

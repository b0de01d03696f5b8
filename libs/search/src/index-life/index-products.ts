import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { IndexPump } from './index-pump.js';

/**
 * Notes products that may have changed. What they are now is read a moment later, many at a time: an event costs one
 * statement, whatever it is about. Whether the engine knows is said by whoever told it, and by nobody else.
 */
@Injectable()
export class IndexProducts {
  constructor(
    private readonly database: Database,
    private readonly pump: IndexPump,
  ) {}

  async execute(productIds: readonly string[]): Promise<void> {
    if (!productIds.length) return;
    await this.database.query(
      `insert into search.change (product_id, is_read, is_indexed) select id, false, true from unnest($1::uuid[]) as id
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_read = false, tries = 0`,
      [[...new Set(productIds)].sort()],
    );
    this.pump.wake();
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { IndexPump } from './index-pump.js';

/**
 * Notes products that may have changed. What they are now is read a moment later, many at a time: an event costs one
 * statement, whatever it is about.
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
      `insert into search.change (product_id, is_read) select id, false from unnest($1::uuid[]) as id
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_indexed = false, is_read = false`,
      [[...new Set(productIds)].sort()],
    );
    this.pump.wake();
  }
}

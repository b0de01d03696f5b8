import { Injectable } from '@nestjs/common';
import { Cursors, Database } from '@tiwizi/persistence';
import { groupColumns, type GroupRow } from './synonym-group.js';

const list = 'search/synonyms';

/** Last changed first, by key. */
@Injectable()
export class ListSynonymsQuery {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(filter: {
    q?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  }): Promise<{ items: GroupRow[]; nextCursor: string | null }> {
    const [changedAt, id] = filter.cursor ? this.cursors.decode(list, filter.cursor) : [null, null];
    const rows = await this.database.query<GroupRow>(
      `select ${groupColumns} from search.synonym
       where ($1::timestamptz is null or (changed_at, id) < ($1::timestamptz, $2::uuid))
         and ($3 = '' or exists (select from unnest(words) as word where strpos(word, $3) > 0))
       order by changed_at desc, id desc limit $4`,
      [changedAt, id, (filter.q ?? '').replaceAll('\0', '').trim().toLowerCase(), filter.limit + 1],
    );
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    const hasMore = rows.length > filter.limit;
    return { items, nextCursor: hasMore && last ? this.cursors.encode(list, [last.changedAt, last.id]) : null };
  }
}

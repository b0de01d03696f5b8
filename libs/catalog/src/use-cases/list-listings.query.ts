import { Injectable } from '@nestjs/common';
import type { ListListings as Contract, ListingStatus, ResponseOf } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { Cursors, Database } from '@tiwizi/persistence';
import { keyOf } from '../persistence/list-key.js';
import { listingColumns, rowOf, type StoredListing } from '../persistence/listing-row.js';

/** What buyers see is among those online, also while she writes at its next version. */
@Injectable()
export class ListListings {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(
    cooperativeId: string,
    locale: Locale,
    { limit, cursor, status }: { limit: number; cursor?: string | undefined; status?: ListingStatus | undefined },
  ): Promise<ResponseOf<typeof Contract>> {
    const after = keyOf(this.cursors, 'catalog/listings', cursor);
    const rows = await this.database.query<StoredListing>(
      `select ${listingColumns} from catalog.listing l
       left join catalog.product p on p.id = l.id
       where l.cooperative_id = $1 and l.removed_at is null
         and ($2::text is null or l.status = $2
              or $2 = 'online' and l.status = 'draft' and p.id is not null and p.withdrawn_at is null)
         and (l.updated_at, l.id) < ($3::timestamptz, $4::uuid)
       order by l.updated_at desc, l.id desc limit $5`,
      [cooperativeId, status ?? null, after.at, after.id, limit + 1],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => rowOf(row, locale)),
      nextCursor:
        rows.length > limit && last ? this.cursors.encode('catalog/listings', [last.updatedKey, last.id]) : null,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Cursors, Database } from '@tiwizi/persistence';

export const freshMs = 2_000;
const pageSize = 24;

const statement = {
  name: 'cooperatives/list',
  text: `
    select
      coalesce(json_agg(json_build_object(
        'id', id, 'slug', slug,
        'name', platform.localized(name, $1), 'place', platform.localized(place, $1),
        'isVerified', true, 'emblem', '/pictures/cooperatives/' || slug || '.svg',
        'productCount', (
          select count(*) from cooperatives.shown_product shown where shown.cooperative_id = page.id and shown.is_shown
        )
      ) order by slug) filter (where position <= $4::int), '[]')::text as items,
      max(slug) filter (where position <= $4::int) as last,
      count(*) > $4::int as "hasMore"
    from (
      select id, slug, name, place, row_number() over (order by slug) as position
      from cooperatives.cooperative
      where verification = 'verified' and ($2::text is null or region_id = $2) and ($3::text is null or slug > $3)
      order by slug
      limit $4::int + 1
    ) page`,
};

interface Page {
  items: string;
  last: string | null;
  hasMore: boolean;
}

/** Verified cooperatives in the order of their addresses: stable, the same in every language, and one index scan. */
@Injectable()
export class ListCooperativesQuery {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly cache: ReadCache,
  ) {}

  async execute(
    query: { region?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
    locale: Locale,
  ): Promise<string> {
    const after = query.cursor ? String(this.cursors.decode(query.cursor)[0]) : null;
    const limit = query.limit ?? pageSize;
    const key = `cooperatives/list/${JSON.stringify([locale, query.region ?? null, after, limit])}`;
    return this.cache.text(key, freshMs, async () => {
      const [page] = await this.database.named<Page>(statement, [locale, query.region ?? null, after, limit]);
      const next = page?.hasMore && page.last ? this.cursors.encode([page.last]) : null;
      return `{"items":${page?.items ?? '[]'},"nextCursor":${JSON.stringify(next)}}`;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Cursors, Database } from '@tiwizi/persistence';

/** Every change is told; certificates end by the calendar. */
export const freshMs = 60_000;
const pageSize = 24;

/** The page begins right after a key of the index, so its cost does not depend on how far down it lies. */
const pageOf = (condition: string) => `
    select
      coalesce(json_agg(json_build_object(
        'id', id, 'slug', slug,
        'name', platform.localized(name, $1), 'place', platform.localized(place, $1),
        'isVerified', true, 'emblem', '/pictures/cooperatives/' || slug || '.svg',
        'productCount', (
          select count(*) from cooperatives.shown_product shown where shown.cooperative_id = page.id and shown.is_shown
        )
      ) order by slug) filter (where position <= $3::int), '[]')::text as items,
      max(slug) filter (where position <= $3::int) as last,
      coalesce(array_agg(id) filter (where position <= $3::int), '{}') as ids,
      count(*) > $3::int as "hasMore"
    from (
      select id, slug, name, place, row_number() over (order by slug) as position
      from cooperatives.cooperative
      where verification = 'verified' and slug > $2 ${condition}
      order by slug
      limit $3::int + 1
    ) page`;
const everywhere = { name: 'cooperatives/list', text: pageOf('') };
const inRegion = { name: 'cooperatives/list-in-region', text: pageOf('and region_id = $4') };

interface Page {
  items: string;
  last: string | null;
  ids: string[];
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
  ): Promise<Buffer> {
    const { region, limit = pageSize } = query;
    const after = query.cursor ? String(this.cursors.decode('cooperatives/list', query.cursor)[0]) : '';
    const key = `cooperatives/list/${JSON.stringify([locale, region ?? null, after, limit])}`;
    return this.cache.until(key, async () => {
      const [page] = region
        ? await this.database.named<Page>(inRegion, [locale, after, limit, region])
        : await this.database.named<Page>(everywhere, [locale, after, limit]);
      const next = page?.hasMore && page.last ? this.cursors.encode('cooperatives/list', [page.last]) : null;
      return {
        text: `{"items":${page?.items ?? '[]'},"nextCursor":${JSON.stringify(next)}}`,
        topics: [topics.makers, ...(page?.ids ?? []).map(topics.range)],
        freshMs,
      };
    });
  }
}

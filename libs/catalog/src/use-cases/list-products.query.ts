import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache, type Read } from '@tiwizi/http';
import { Cursors, Database, type NamedStatement } from '@tiwizi/persistence';
import { categoryOf } from '../domain/categories.js';
import { isId } from '../domain/id-or-slug.js';
import { CategoryNotFound } from '../domain/product-errors.js';
import {
  availabilityOf,
  availableOf,
  chipOf,
  localizedOf,
  moneyOf,
  stockLeftOf,
} from '../persistence/card.fragment.js';
import { keyOf, type ListKey } from '../persistence/list-key.js';

export interface ProductListQuery {
  locale: Locale;
  category?: string | undefined;
  cooperative?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface Page {
  items: string;
  size: number;
  lastPublishedAt: string | null;
  lastId: string | null;
  productIds: string[];
  cooperativeIds: string[];
}

/** What stands on a page is told when it changes; a page of nothing shows no cooperative one could wait for. */
const freshMs = 60_000;
const emptyFreshMs = 1000;

/** Every page reads one index from its key on. */
const isNext = `p.withdrawn_at is null and c.may_sell and (p.published_at, p.id) < ($2::timestamptz, $3::uuid)`;
const newestProducts = 'order by p.published_at desc, p.id desc limit $4';

const pageOfAll = `
  select p.id, p.published_at from catalog.product p
  join cooperatives.public_cooperative c on c.id = p.cooperative_id
  where ${isNext} ${newestProducts}`;
const pageOfCategory = `
  select p.id, p.published_at from catalog.shelf s
  join catalog.product p on p.id = s.product_id
  join cooperatives.public_cooperative c on c.id = p.cooperative_id
  where s.category_id = $5 and p.withdrawn_at is null and c.may_sell
    and (s.published_at, s.product_id) < ($2::timestamptz, $3::uuid)
  order by s.published_at desc, s.product_id desc limit $4`;
const pageOfCooperative = (isNamed: string): string => `
  select p.id, p.published_at from cooperatives.public_cooperative c
  join catalog.product p on p.cooperative_id = c.id
  where ${isNamed} and ${isNext} ${newestProducts}`;
const pageOfBoth = (isNamed: string): string => `
  select p.id, p.published_at from cooperatives.public_cooperative c
  join catalog.product p on p.cooperative_id = c.id
  join catalog.category k on k.id = p.category_id
  where ${isNamed} and $6 = any (k.ancestor_ids) and ${isNext} ${newestProducts}`;

/** The cards of one page, and the key of its last row: the next page is asked for only when this one is full. */
const statementOf = (name: string, page: string): NamedStatement => ({
  name: `catalog/list/${name}`,
  text: `
    with page as materialized (${page}), card as (
      select page.id, page.published_at, p.cooperative_id, json_build_object(
        'id', p.id, 'slug', p.slug, 'title', ${localizedOf('p.title', '$1')}, 'picture', p.pictures -> 0,
        'cooperative', ${chipOf('c', '$1')}, 'price', ${moneyOf('p.min_price_amount', 'p.currency')},
        'measure', p.measure, 'variantCount', p.variant_count, 'availability', ${availabilityOf('left_over.units')},
        'stockLeft', ${stockLeftOf('left_over.units')}, 'categoryId', p.category_id, 'craft', p.craft,
        'regionId', c.region_id) as json
      from page
      join catalog.product p on p.id = page.id
      join cooperatives.public_cooperative c on c.id = p.cooperative_id
      cross join lateral ${availableOf('p.id')} as left_over(units)
    )
    select count(*)::int as size, coalesce(json_agg(json order by published_at desc, id desc), '[]')::text as items,
           (array_agg(published_at order by published_at, id))[1]::text as "lastPublishedAt",
           (array_agg(id order by published_at, id))[1] as "lastId",
           coalesce(array_agg(id), '{}') as "productIds",
           coalesce(array_agg(distinct cooperative_id), '{}') as "cooperativeIds"
    from card`,
});

const byId = 'c.id = $5::uuid';
const bySlug = 'c.slug = $5';
const statements = {
  all: statementOf('all', pageOfAll),
  category: statementOf('category', pageOfCategory),
  cooperativeId: statementOf('cooperative-id', pageOfCooperative(byId)),
  cooperativeSlug: statementOf('cooperative-slug', pageOfCooperative(bySlug)),
  categoryAndCooperativeId: statementOf('category-and-cooperative-id', pageOfBoth(byId)),
  categoryAndCooperativeSlug: statementOf('category-and-cooperative-slug', pageOfBoth(bySlug)),
};

@Injectable()
export class ListProducts {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly cache: ReadCache,
  ) {}

  execute(query: ProductListQuery): Promise<Buffer> {
    const { locale, category, cooperative, limit, cursor } = query;
    if (category !== undefined && !categoryOf(category)) throw new CategoryNotFound();
    const after = keyOf(this.cursors, 'catalog/products', cursor);
    const key = JSON.stringify([locale, category, cooperative, limit, after]);
    return this.cache.until(`catalog/list/${key}`, () => this.read(query, after));
  }

  private async read(query: ProductListQuery, after: ListKey): Promise<Read> {
    const { locale, category, cooperative, limit } = query;
    const filters = [cooperative, category].filter((value) => value !== undefined);
    const statement = statements[nameOf(category, cooperative)];
    const [page] = await this.database.named<Page>(statement, [locale, after.at, after.id, limit, ...filters]);
    return {
      text: `{"items":${page?.items ?? '[]'},"nextCursor":${JSON.stringify(this.nextOf(page, limit))}}`,
      topics: page ? topicsOf(query, page) : [],
      freshMs: page?.size ? freshMs : emptyFreshMs,
    };
  }

  private nextOf(page: Page | undefined, limit: number): string | null {
    if (!page?.lastPublishedAt || !page.lastId || page.size < limit) return null;
    return this.cursors.encode('catalog/products', [page.lastPublishedAt, page.lastId]);
  }
}

/** The cards themselves, and which cards belong here at all. */
function topicsOf({ category, cooperative }: ProductListQuery, { productIds, cooperativeIds }: Page): string[] {
  const belonging = cooperative === undefined ? [shelfOf(category)] : cooperativeIds.map(topics.range);
  return [...belonging, ...productIds.map(topics.product), ...cooperativeIds.map(topics.maker)];
}

const shelfOf = (category: string | undefined): string =>
  category === undefined ? topics.shelves : topics.shelf(category);

function nameOf(category: string | undefined, cooperative: string | undefined): keyof typeof statements {
  if (cooperative === undefined) return category === undefined ? 'all' : 'category';
  const name = isId(cooperative) ? 'Id' : 'Slug';
  return category === undefined ? `cooperative${name}` : `categoryAndCooperative${name}`;
}

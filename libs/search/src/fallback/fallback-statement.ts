import { facets, type Facet, type Wishes } from '../engine/wishes.js';
import type { Branch, Parameters } from './fallback-plan.js';
import type { PageOfHits } from '../engine/engine-request.js';

/** No answer looks at more rows: while the engine is away a shop that answers matters more than the last product. */
const mostCandidates = 10_000;

const orders: Record<Exclude<NonNullable<Wishes['sort']>, 'nearest'>, string> = {
  relevance: 'score desc, published_at desc, product_id',
  'price-asc': 'price_amount, product_id',
  'price-desc': 'price_amount desc, product_id',
  newest: 'published_at desc, product_id',
};

/** Values of each facet in a row, as an array. */
const valuesOf: Record<Exclude<Facet, 'price'>, string> = {
  category: 'category_ids',
  region: 'array[region_id]',
  province: 'array[province_id]',
  cooperative: 'array[cooperative_slug]',
  label: 'label_ids',
  availability: 'array[availability]',
  womenLed: 'array[is_women_led::text]',
  shipsTo: 'ships_to',
};

/** One statement for page, total and facets; each facet is counted among products that fit all other wishes. */
export function fallbackStatement(
  branches: readonly Branch[],
  wishes: Wishes,
  { offset, limit }: PageOfHits,
  parameters: Parameters,
): string {
  const isOrdered = (wishes.sort ?? 'relevance') !== 'relevance';
  // In an order of the buyer's own the worst guess may come first: only what fits is shown, if anything does.
  const sure = isOrdered ? 'and (score >= 0.6 or not exists (select from judged where score >= 0.6))' : '';
  const fits = (facet: Facet) => `fits_${facet}`;
  const all = facets.map(fits).join(' and ');
  const others = (facet: Facet) =>
    facets
      .filter((one) => one !== facet)
      .map(fits)
      .join(' and ');
  return `
    with candidate as (${candidates(branches)}),
    judged as materialized (
      select d.product_id, c.score, d.price_amount, d.published_at, d.category_ids, d.region_id, d.province_id,
             d.cooperative_slug, d.label_ids, d.availability, d.is_women_led, d.ships_to,
             ${facets.map((facet) => `(${conditionOf(facet, wishes, parameters)}) as ${fits(facet)}`).join(', ')}
      from candidate c join search.document d using (product_id)
    ),
    fitting as (select * from judged where ${all} ${sure}),
    page as (
      select *, row_number() over (order by ${orderOf(wishes, parameters)}) as place from fitting
      order by place offset ${parameters.add(offset, 'int')} limit ${parameters.add(limit, 'int')}
    )
    select json_build_object(
      'total', (select count(*) from fitting),
      'best', (select max(score) from fitting),
      'hits', (select coalesce(json_agg(json_build_object('id', d.product_id, 'card', d.card,
                  'publishedAt', floor(extract(epoch from d.published_at))::bigint, 'rank', d.rank, 'score', page.score)
                  order by page.place), '[]')
                from page join search.document d using (product_id)),
      'price', (select json_build_object('min', min(price_amount), 'max', max(price_amount))
                from judged where ${others('price')}),
      ${Object.entries(valuesOf)
        .map(
          ([facet, values]) => `'${facet}', (
            select coalesce(json_object_agg(value, count), '{}') from (
              select value, count(*) as count from judged, unnest(${values}) as value
              where ${others(facet as Facet)} group by value order by count(*) desc limit 200
            ) counted)`,
        )
        .join(',\n')}
    )::text as answer`;
}

function orderOf({ sort = 'relevance', nearestFirst = [] }: Wishes, parameters: Parameters): string {
  if (sort !== 'nearest') return orders[sort];
  return `array_position(${parameters.add(nearestFirst, 'text[]')}, province_id), ${orders.relevance}`;
}

/** The best way it fits; among equals, the one that fits in more ways. */
function candidates(branches: readonly Branch[]): string {
  if (!branches.length) {
    return `select product_id, 1.0::float8 as score from search.document
            order by published_at desc, product_id limit ${mostCandidates}`;
  }
  const each = branches.map(
    ({ condition, score }) =>
      `(select product_id, ${score.toFixed(4)}::float8 as score from search.document where ${condition}
        limit ${mostCandidates})`,
  );
  return `select product_id, max(score) + 0.01 * (count(*) - 1) as score from (${each.join(' union all ')}) found group by product_id`;
}

function conditionOf(facet: Facet, wishes: Wishes, parameters: Parameters): string {
  switch (facet) {
    case 'category':
      return oneOf('d.category_ids', wishes.category, parameters);
    case 'region':
      return oneOf('array[d.region_id]', wishes.region, parameters);
    case 'province':
      return oneOf('array[d.province_id]', wishes.province, parameters);
    case 'womenLed':
      return wishes.womenLed ? 'd.is_women_led' : 'true';
    case 'shipsTo':
      return oneOf('d.ships_to', wishes.shipsTo, parameters);
    case 'cooperative':
      return oneOf('array[d.cooperative_slug]', wishes.cooperative, parameters);
    case 'label':
      return oneOf('d.label_ids', wishes.label, parameters);
    case 'availability':
      return wishes.inStock ? `d.availability <> 'sold-out'` : 'true';
    case 'price':
      return `d.price_amount between ${parameters.add(wishes.priceMin ?? 0, 'bigint')}
              and ${parameters.add(wishes.priceMax ?? Number.MAX_SAFE_INTEGER, 'bigint')}`;
  }
}

const oneOf = (column: string, values: readonly string[] | undefined, parameters: Parameters): string =>
  values?.length ? `${column} && ${parameters.add(values, 'text[]')}` : 'true';

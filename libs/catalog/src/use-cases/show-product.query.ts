import { Injectable } from '@nestjs/common';
import { topics } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { ReadCache } from '@tiwizi/http';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { isId } from '../domain/id-or-slug.js';
import { ProductNotFound, ProductWithdrawn } from '../domain/product-errors.js';
import { availabilityOf, chipOf, localizedOf, moneyOf, stockLeftOf } from '../persistence/card.fragment.js';

const priceOfUnit = `case when v.net_quantity is not null and 'food' = any (k.ancestor_ids) then json_build_object(
  'price', ${moneyOf('(v.price_amount * 2000 + v.net_quantity) / (2 * v.net_quantity)', 'v.currency')},
  'per', case v.net_unit when 'g' then 'kg' else 'l' end) end`;

const variants = `
  select json_agg(json_build_object('id', v.id, 'sku', v.sku,
      'options', case when v.measure is null then '[]'::json
        else json_build_array(json_build_object('axis', v.axis, 'value', v.measure)) end,
      'price', ${moneyOf('v.price_amount', 'v.currency')}, 'unitPrice', ${priceOfUnit},
      'available', s.on_hand - s.reserved, 'weightGrams', v.weight_grams) order by v.position) as list,
    sum(s.on_hand - s.reserved)::int as available
  from catalog.variant v join catalog.stock_level s on s.variant_id = v.id
  where v.product_id = p.id and v.retired_at is null`;

/** Values as text; the page knows the words for choices, numbers keep their unit beside them. */
const attributes = `
  select coalesce(json_agg(json_build_object('key', a.key, 'unit', d.unit, 'value',
      case jsonb_typeof(a.value)
        when 'array' then (select string_agg(item, ', ') from jsonb_array_elements_text(a.value) as item)
        else a.value #>> '{}' end) order by d.position, a.key), '[]')
  from jsonb_each(p.attributes) as a(key, value)
  left join rows from (jsonb_to_recordset(k.attributes) as (key text, unit text))
    with ordinality as d(key, unit, position) on d.key = a.key
  where a.value not in ('null', '""', '[]')`;

const detail = `json_build_object(
  'id', p.id, 'slug', p.slug, 'version', p.version, 'title', ${localizedOf('p.title', '$1')},
  'description', ${localizedOf('p.description', '$1')}, 'pictures', p.pictures, 'cooperative', ${chipOf('c', '$1')},
  'cooperativeDetails', json_build_object('memberCount', c.member_count, 'womenCount', c.women_count,
    'foundedYear', c.founded_year, 'isWomenLed', c.is_women_led,
    'story', case when coalesce(c.story, '{}') <> '{}' then ${localizedOf('c.story', '$1')} end),
  'breadcrumb', (select json_agg(json_build_object('id', a.id, 'name', ${localizedOf('a.name', '$1')})
      order by cardinality(a.ancestor_ids)) from catalog.category a where a.id = any (k.ancestor_ids)),
  'craft', p.craft, 'regionId', c.region_id, 'region', ${localizedOf('r.name', '$1')}, 'variants', offer.list,
  'availability', ${availabilityOf('offer.available')}, 'stockLeft', ${stockLeftOf('offer.available')},
  'kind', p.kind, 'leadTimeDays', p.lead_time_days, 'attributes', (${attributes}),
  'labels', (select coalesce(json_agg(json_build_object('id', l.id, 'name', ${localizedOf('l.name', '$1')},
      'kind', l.kind) order by l.id), '[]') from cooperatives.public_label l where l.id = any (p.label_ids)),
  'translations', (select json_agg(locale order by position) from unnest(array['fr', 'ar', 'zgh', 'en'])
      with ordinality as known(locale, position) where p.title ? locale))::text`;

/** Sales far from the last pieces are told to nobody: the exact number of pieces may be as old as this. */
const freshMs = 30_000;

interface Row {
  id: string;
  cooperativeId: string;
  isForSale: boolean;
  cooperative: string;
  title: string;
  json: string;
}

const statementBy = (name: string, condition: string): NamedStatement => ({
  name: `catalog/show/${name}`,
  text: `
    select p.id, c.id as "cooperativeId", (p.withdrawn_at is null and c.may_sell) as "isForSale", c.slug as cooperative,
           platform.localized(p.title, $1) ->> 'text' as title, ${detail} as json
    from catalog.product p
    join catalog.category k on k.id = p.category_id
    join cooperatives.public_cooperative c on c.id = p.cooperative_id
    join cooperatives.public_region r on r.id = c.region_id
    cross join lateral (${variants}) offer
    where ${condition}`,
});

const byId = statementBy('id', 'p.id = $2::uuid');
const bySlug = statementBy('slug', 'p.slug = $2');

@Injectable()
export class ShowProduct {
  constructor(
    private readonly database: Database,
    private readonly cache: ReadCache,
  ) {}

  execute(idOrSlug: string, locale: Locale): Promise<Buffer> {
    return this.cache.until(`catalog/product/${idOrSlug}/${locale}`, async () => {
      const statement = isId(idOrSlug) ? byId : bySlug;
      const [row] = await this.database.named<Row>(statement, [locale, idOrSlug]);
      if (!row) throw new ProductNotFound();
      if (!row.isForSale) throw new ProductWithdrawn(row.title, row.cooperative);
      return { text: row.json, topics: [topics.product(row.id), topics.maker(row.cooperativeId)], freshMs };
    });
  }
}

import { topics } from '@tiwizi/contracts';
import { tellChanged, type EntityManager } from '@tiwizi/persistence';
import { publicationRow, type PublishedProduct } from '../domain/published-product.js';

export interface Published {
  productId: string;
  cooperativeId: string;
  slug: string;
  version: number;
}

/** Keeps one statement's parameter at a few megabytes. */
const atOnce = 1000;

/**
 * Shows these versions to buyers: product, its immutable version, variants, opening stock, shelves, all in one
 * statement per thousand. A version that is not newer than the one on show changes nothing, so it may be repeated.
 * Answers what really changed.
 */
export async function publish(
  tx: EntityManager,
  products: readonly PublishedProduct[],
  actor: string,
): Promise<Published[]> {
  const shown: (Published & { shelves: string[] })[] = [];
  for (let start = 0; start < products.length; start += atOnce) {
    const rows = products.slice(start, start + atOnce).map(publicationRow);
    const input = JSON.stringify(rows);
    // First, so that a reference (SKU) may pass from a variant that goes to one that comes.
    await tx.query(retireVariants, [input]);
    shown.push(...(await tx.query<typeof shown>(publishRows, [input, actor])));
  }
  await tellShelves(tx, shown);
  return shown.map(({ productId, cooperativeId, slug, version }) => ({ productId, cooperativeId, slug, version }));
}

/** Lists on which a product appeared, or from which it went: an edit that leaves it where it was is none of theirs. */
export async function tellShelves(
  tx: EntityManager,
  moved: readonly { cooperativeId: string; shelves: readonly string[] }[],
): Promise<void> {
  const really = moved.filter(({ shelves }) => shelves.length);
  if (!really.length) return;
  await tellChanged(tx, [
    topics.shelves,
    ...really.flatMap(({ cooperativeId, shelves }) => [topics.range(cooperativeId), ...shelves.map(topics.shelf)]),
  ]);
}

const products = `
  jsonb_to_recordset($1::jsonb) as p(id uuid, "cooperativeId" uuid, slug text, version int, "categoryId" text,
    kind text, "leadTimeDays" int, title jsonb, description jsonb, attributes jsonb, "labelIds" text[],
    "imageIds" uuid[], "minPriceAmount" bigint, currency text, measure text, "publishedAt" timestamptz,
    "changeSetId" uuid, content jsonb, variants jsonb)`;

const retireVariants = `
  with offered as (
    select p.id, array(select (v ->> 'id')::uuid from jsonb_array_elements(p.variants) as v) as variant_ids
    from ${products} join catalog.product known on known.id = p.id and known.version < p.version
  ), retired as (
    update catalog.variant v set retired_at = now()
    from offered o
    where v.product_id = o.id and v.retired_at is null and v.id <> all (o.variant_ids)
    returning v.id
  )
  select count(*) from retired`;

const publishRows = `
  with input as (
    select p.*, c.craft, c.ancestor_ids,
           coalesce((select may_sell from cooperatives.public_cooperative where id = p."cooperativeId"), false) as may_sell
    from ${products} join catalog.category c on c.id = p."categoryId"
  ), listed as (
    insert into catalog.listing (id, cooperative_id, status, draft, last_version, created_at, updated_at)
    select id, "cooperativeId", 'online', content, version, "publishedAt", "publishedAt" from input
    on conflict (id) do nothing
  ), published as (
    insert into catalog.product as shown
      (id, cooperative_id, slug, version, category_id, craft, kind, lead_time_days, title, description, attributes,
       label_ids, image_ids, pictures, min_price_amount, currency, measure, variant_count, published_at)
    select id, "cooperativeId", slug, version, "categoryId", craft, kind, "leadTimeDays", title, description,
           attributes, "labelIds", "imageIds", catalog.pictures_of("imageIds", craft, id), "minPriceAmount", currency,
           measure, jsonb_array_length(variants), "publishedAt"
    from input
    on conflict (id) do update set
      version = excluded.version, category_id = excluded.category_id, craft = excluded.craft, kind = excluded.kind,
      lead_time_days = excluded.lead_time_days, title = excluded.title, description = excluded.description,
      attributes = excluded.attributes, image_ids = excluded.image_ids, pictures = excluded.pictures,
      min_price_amount = excluded.min_price_amount, currency = excluded.currency, measure = excluded.measure,
      variant_count = excluded.variant_count, withdrawn_at = null
    where shown.version < excluded.version
    returning id, cooperative_id, slug, version, category_id, published_at
  ), versions as (
    insert into catalog.product_version (product_id, version, content, change_set_id, published_at)
    select p.id, p.version, i.content, i."changeSetId", now() from published p join input i on i.id = p.id
  ), offered as (
    select p.id as product_id, p.cooperative_id, i.currency, v.*
    from published p join input i on i.id = p.id
    cross join jsonb_to_recordset(i.variants) as v(id uuid, sku text, axis text, measure text, position int,
      "priceAmount" bigint, stock int, "weightGrams" int, net jsonb)
  ), variants as (
    insert into catalog.variant (id, product_id, cooperative_id, position, sku, axis, measure, price_amount, currency,
                                 weight_grams, net_quantity, net_unit)
    select id, product_id, cooperative_id, position, sku, axis, measure, "priceAmount", currency, "weightGrams",
           (net ->> 'quantity')::int, net ->> 'unit'
    from offered
    on conflict (id) do update set
      position = excluded.position, sku = excluded.sku, axis = excluded.axis, measure = excluded.measure,
      price_amount = excluded.price_amount, currency = excluded.currency, weight_grams = excluded.weight_grams,
      net_quantity = excluded.net_quantity, net_unit = excluded.net_unit, retired_at = null
  ), opened as (
    insert into catalog.stock_level (variant_id, on_hand) select id, stock from offered
    on conflict (variant_id) do nothing
    returning variant_id, on_hand
  ), movements as (
    insert into catalog.stock_movement (variant_id, quantity, cause, actor)
    select variant_id, on_hand, 'opened', $2 from opened where on_hand > 0
  ), places as (
    select unnest(i.ancestor_ids) as category_id, p.published_at, p.id
    from published p join input i on i.id = p.id and i.may_sell
  ), unshelved as (
    delete from catalog.shelf s using published p
    where s.product_id = p.id
      and not exists (select from places where places.id = s.product_id and places.category_id = s.category_id)
    returning s.product_id, s.category_id
  ), shelved as (
    insert into catalog.shelf (category_id, published_at, product_id)
    select category_id, published_at, id from places
    on conflict do nothing
    returning product_id, category_id
  ), moved as (
    select product_id, array_agg(distinct category_id) as shelves
    from (select * from unshelved union all select * from shelved) as place group by product_id
  )
  select p.id as "productId", p.cooperative_id as "cooperativeId", p.slug, p.version,
         coalesce(m.shelves, '{}') as shelves
  from published p left join moved m on m.product_id = p.id order by p.id`;

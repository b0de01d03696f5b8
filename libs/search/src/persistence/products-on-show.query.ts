import type { Database, NamedStatement } from '@tiwizi/persistence';
import type { FindableProduct } from '../engine/product-document.js';

export type ProductOnShow = FindableProduct;

/** Four or fewer are "low": the number the catalogue's own cards use. */
const availability = `case when p.available <= 0 then 'sold-out' when p.available <= 4 then 'low' else 'in-stock' end`;

/** Of a product's labels, those its cooperative holds a living certificate for. */
const labels = `array(select unnest(p.label_ids) intersect select unnest(c.label_ids) order by 1)`;

const productOnShow = `
  select json_build_object(
    'id', p.id, 'title', p.title, 'description', p.description, 'cooperative', c.name,
    'categoryIds', k.ancestor_ids, 'regionId', c.region_id, 'provinceId', c.province_id, 'cooperativeSlug', c.slug,
    'labelIds', ${labels}, 'isWomenLed', c.is_women_led, 'shipsTo', json_build_array('MA'),
    'availability', ${availability}, 'priceAmount', p.min_price_amount,
    'publishedAt', floor(extract(epoch from p.published_at))::bigint,
    'rank', json_build_object('members', c.member_count, 'shopSince', (
      select floor(extract(epoch from f.published_at))::bigint
      from catalog.public_product f where f.cooperative_id = c.id order by f.published_at limit 1)),
    'card', json_build_object(
      'id', p.id, 'slug', p.slug, 'title', p.title, 'picture', p.picture,
      'cooperative', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'place', c.place,
        'isVerified', c.is_verified, 'emblem', c.emblem),
      'price', json_build_object('amount', p.min_price_amount, 'currency', p.currency), 'measure', p.measure,
      'variantCount', p.variant_count, 'availability', ${availability},
      'stockLeft', case when p.available between 1 and 4 then p.available end,
      'categoryId', p.category_id, 'craft', p.craft, 'regionId', c.region_id,
      'provinceId', c.province_id, 'isWomenLed', c.is_women_led, 'labelIds', ${labels})) as product
  from catalog.public_product p
  join cooperatives.public_cooperative c on c.id = p.cooperative_id
  join catalog.public_category k on k.id = p.category_id`;

/**
 * Those of the given products that buyers may see now; the others are not for sale. The checksum is PostgreSQL's own,
 * so that what changed is found without reading it; documents built by another version have another one.
 */
export async function productsOnShow(
  tx: { query(text: string, params: unknown[]): Promise<unknown> },
  ids: readonly string[],
  version: string,
): Promise<ProductOnShow[]> {
  const rows = (await tx.query(
    `select product, md5($2 || product::text) as checksum from (${productOnShow} where p.id = any ($1::uuid[])) found`,
    [ids, version],
  )) as { product: Omit<ProductOnShow, 'checksum'>; checksum: string }[];
  return rows.map(({ product, checksum }) => ({ ...product, checksum }));
}

/** The ids of those products whose row is missing or says otherwise. */
export async function staleAmong(database: Database, ids: readonly string[], version: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select found.product ->> 'id' as id from (${productOnShow} where p.id = any ($1::uuid[])) found
     left join search.document d on d.product_id = (found.product ->> 'id')::uuid
     where d.checksum is distinct from md5($2 || found.product::text)`,
    [ids, version],
  );
  return rows.map(({ id }) => id);
}

/** Ids of everything on show, by key: `after` is the last one of the stretch before. */
export const idsOnShow: NamedStatement = {
  name: 'search/ids-on-show',
  text: 'select id from catalog.public_product where id > $1::uuid order by id limit $2',
};

/** Products that have a row and are not on show. */
export const goneProducts = `
  select d.product_id as id from search.document d
  where not exists (select from catalog.public_product p where p.id = d.product_id)`;

/** What it sells now, and what it sold when its rows were made. */
export const idsOfCooperative: NamedStatement = {
  name: 'search/ids-of-cooperative',
  text: `
    select id from catalog.public_product where cooperative_id = $1::uuid and id > $2::uuid
    union select product_id from search.document where cooperative_slug = $4 and product_id > $2::uuid
    order by 1 limit $3`,
};

import type { EntityManager, NamedStatement } from '@tiwizi/persistence';
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
      select floor(extract(epoch from min(f.published_at)))::bigint
      from catalog.public_product f where f.cooperative_id = c.id)),
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

/** Those of the given products that buyers may see now; the others are not for sale. */
export async function productsOnShow(tx: EntityManager, ids: readonly string[]): Promise<ProductOnShow[]> {
  const rows: { product: ProductOnShow }[] = await tx.query(`${productOnShow} where p.id = any ($1::uuid[])`, [ids]);
  return rows.map(({ product }) => product);
}

/** Ids of everything on show, by key: `after` is the last one of the stretch before. */
export const idsOnShow: NamedStatement = {
  name: 'search/ids-on-show',
  text: 'select id from catalog.public_product where id > $1::uuid order by id limit $2',
};

/** What it sells now, and what it sold when its rows were made. */
export const idsOfCooperative: NamedStatement = {
  name: 'search/ids-of-cooperative',
  text: `
    select id from catalog.public_product where cooperative_id = $1::uuid and id > $2::uuid
    union select product_id from search.document where cooperative_slug = $4 and product_id > $2::uuid
    order by 1 limit $3`,
};

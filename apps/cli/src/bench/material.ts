import { Database, type NamedStatement } from '@tiwizi/persistence';

export interface Material {
  products: { id: string; slug: string; variantId: string; cooperativeId: string; priceAmount: number }[];
  cooperativeSlugs: string[];
  provinceIds: string[];
}

const sample: NamedStatement = {
  name: 'bench-sample',
  text: `select p.id, p.slug, v.id as "variantId", p.cooperative_id as "cooperativeId", v.price_amount::int as "priceAmount"
         from catalog.public_product p
         join lateral (select id, price_amount, available from catalog.public_variant v
                       where v.product_id = p.id order by position limit 1) v on true
         where v.available >= 10 and v.price_amount < 30000
         order by md5(p.id::text) limit 2000`,
};

/** What the scenarios ask for: enough different things that no cache has just seen the same one. */
export async function readMaterial(database: Database): Promise<Material> {
  const products = await database.named<Material['products'][number]>(sample);
  const cooperatives = await database.query<{ slug: string }>(
    'select slug from cooperatives.public_cooperative limit 500',
  );
  const provinces = await database.query<{ id: string }>('select id from cooperatives.public_province limit 100');
  if (products.length < 100) throw new Error('there are too few products to measure with: seed first');
  return {
    products,
    cooperativeSlugs: cooperatives.map(({ slug }) => slug),
    provinceIds: provinces.map(({ id }) => id),
  };
}

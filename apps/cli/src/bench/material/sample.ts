import { Database, type NamedStatement } from '@tiwizi/persistence';
import { generatedProductId } from '../../demo/generated/generated-rows.js';
import { Random } from './random.js';
import { variedQueries, type Texts } from './varied-queries.js';

export interface SampledProduct {
  id: string;
  slug: string;
  title: Texts;
  cooperativeId: string;
  variantId: string;
  priceAmount: number;
  available: number;
}

/** What the scenarios ask for: enough different things that no cache has just seen the same one. */
export interface Material {
  products: SampledProduct[];
  /** Cheap enough for cash on delivery, and enough of them for every buyer. */
  buyable: SampledProduct[];
  /** Goods of one cooperative, bought by nobody else: its list of orders stays as long as it was made. */
  deskProducts: SampledProduct[];
  desk: { id: string; slug: string; name: Texts };
  cooperativeSlugs: string[];
  categoryIds: string[];
  provinceIds: string[];
  queries: string[];
}

const seed = 20_261_125;
const points = 400;
const neighbours = 20;
const mostQueries = 6_000;

/** By key, from places spread over the generated products: as quick among a million as among a thousand. */
const spread: NamedStatement = {
  name: 'bench-products',
  text: `select p.id, p.slug, p.title, p.cooperative_id as "cooperativeId", v.id as "variantId",
           v.price_amount::int as "priceAmount", v.available
         from unnest($1::uuid[]) as point
         cross join lateral (
           select id, slug, title, cooperative_id from catalog.public_product
           where id >= point and kind <> 'service' order by id limit ${neighbours}) p
         cross join lateral (
           select id, price_amount, available from catalog.public_variant
           where product_id = p.id order by position limit 1) v`,
};

const ofCooperative: NamedStatement = {
  name: 'bench-products-of-cooperative',
  text: `select p.id, p.slug, p.title, p.cooperative_id as "cooperativeId", v.id as "variantId",
           v.price_amount::int as "priceAmount", v.available
         from catalog.public_product p
         cross join lateral (
           select id, price_amount, available from catalog.public_variant
           where product_id = p.id order by position limit 1) v
         where p.cooperative_id = $1 and p.kind <> 'service'`,
};

const dearest = 30_000;
const leastStock = 25;
const isBuyable = ({ priceAmount, available }: SampledProduct) => priceAmount < dearest && available >= leastStock;

export async function readMaterial(database: Database): Promise<Material> {
  const random = new Random(seed);
  const [shop] = await database.query<{ size: number }>('select count(*)::int as size from catalog.product');
  const places = Array.from({ length: points }, () => generatedProductId(1 + random.below(shop?.size ?? 1)));
  const rows = await database.named<SampledProduct>(spread, [places]);
  const products = random.shuffled([...new Map(rows.map((row) => [row.id, row])).values()]);
  if (products.length < 100) throw new Error('there are too few products to measure with: seed first');
  const cooperatives = await database.query<{ id: string; slug: string; name: Texts }>(
    'select id, slug, name from cooperatives.public_cooperative where may_sell order by id limit 2000',
  );
  const { desk, deskProducts } = await chooseDesk(database, products, cooperatives);
  const others = products.filter(({ cooperativeId }) => cooperativeId !== desk.id);
  const sources = { titles: products.map(({ title }) => title), cooperatives: cooperatives.map(({ name }) => name) };
  return {
    products: others,
    buyable: others.filter(isBuyable),
    desk,
    deskProducts,
    cooperativeSlugs: random.shuffled(cooperatives.map(({ slug }) => slug)),
    categoryIds: await ids(database, 'select id from catalog.public_category order by id'),
    provinceIds: await ids(database, 'select id from cooperatives.public_province order by id'),
    queries: variedQueries(sources, mostQueries, random),
  };
}

async function chooseDesk(
  database: Database,
  products: readonly SampledProduct[],
  cooperatives: readonly { id: string; slug: string; name: Texts }[],
): Promise<Pick<Material, 'desk' | 'deskProducts'>> {
  const candidates = new Set(products.filter(isBuyable).map(({ cooperativeId }) => cooperativeId));
  for (const id of [...candidates].sort()) {
    const desk = cooperatives.find((cooperative) => cooperative.id === id);
    if (!desk) continue;
    const deskProducts = (await database.named<SampledProduct>(ofCooperative, [id])).filter(
      ({ priceAmount, available }) => priceAmount < dearest && available > 0,
    );
    if (deskProducts.reduce((sum, { available }) => sum + available, 0) >= 200) return { desk, deskProducts };
  }
  throw new Error('no cooperative has enough in stock to be given a list of orders');
}

const ids = async (database: Database, text: string): Promise<string[]> =>
  (await database.query<{ id: string }>(text)).map(({ id }) => id);

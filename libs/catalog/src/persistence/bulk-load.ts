import { copyRows, type CopyValue, type EntityManager } from '@tiwizi/persistence';
import { categoryOf, type CategoryNode } from '../domain/categories.js';
import { publicationRow, type PublicationRow, type PublishedProduct } from '../domain/published-product.js';
import { CategoryNotFound } from '../domain/product-errors.js';

type Row = PublicationRow & { category: CategoryNode };

/**
 * Shows products nobody has seen before, without photographs: what `publish` would write, copied table by table. A
 * product that is there already is refused as a whole, by its key.
 */
export async function loadPublished(
  tx: EntityManager,
  products: readonly PublishedProduct[],
  actor: string,
): Promise<void> {
  const rows = products.map(publicationRow).map((row) => ({ ...row, category: leafOf(row.categoryId) }));
  const sellers = await sellersAmong(tx, [...new Set(rows.map(({ cooperativeId }) => cooperativeId))]);
  for (const [table, { columns, of }] of Object.entries(tables(sellers, actor))) {
    await copyRows(tx, `catalog.${table}`, columns.split(', '), flat(rows, of));
  }
}

function leafOf(id: string): CategoryNode {
  const category = categoryOf(id);
  if (!category?.isLeaf) throw new CategoryNotFound();
  return category;
}

async function sellersAmong(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    'select id from cooperatives.public_cooperative where id = any ($1::uuid[]) and may_sell',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

function* flat(rows: readonly Row[], of: (row: Row) => CopyValue[][]): Iterable<CopyValue[]> {
  for (const row of rows) yield* of(row);
}

/** Each table after those it refers to. */
const tables = (
  sellers: ReadonlySet<string>,
  actor: string,
): Record<string, { columns: string; of: (row: Row) => CopyValue[][] }> => ({
  listing: {
    columns: 'id, cooperative_id, status, draft, last_version, created_at, updated_at',
    of: ({ id, cooperativeId, content, version, publishedAt }) => [
      [id, cooperativeId, 'online', JSON.stringify(content), version, publishedAt, publishedAt],
    ],
  },
  product: {
    columns:
      'id, cooperative_id, slug, version, category_id, craft, kind, lead_time_days, title, description, attributes, ' +
      'label_ids, image_ids, pictures, min_price_amount, currency, measure, variant_count, published_at',
    of: (row) => [
      [
        row.id,
        row.cooperativeId,
        row.slug,
        row.version,
        row.categoryId,
        row.category.craft,
        row.kind,
        row.leadTimeDays,
        JSON.stringify(row.title),
        JSON.stringify(row.description),
        JSON.stringify(row.attributes),
        row.labelIds,
        [],
        JSON.stringify([drawingOf(row)]),
        row.minPriceAmount,
        row.currency,
        row.measure,
        row.variants.length,
        row.publishedAt,
      ],
    ],
  },
  product_version: {
    columns: 'product_id, version, content, published_at',
    of: ({ id, version, content, publishedAt }) => [[id, version, JSON.stringify(content), publishedAt]],
  },
  variant: {
    columns:
      'id, product_id, cooperative_id, position, sku, axis, measure, price_amount, currency, weight_grams, ' +
      'net_quantity, net_unit',
    of: ({ id, cooperativeId, currency, variants }) =>
      variants.map((variant) => [
        variant.id,
        id,
        cooperativeId,
        variant.position,
        variant.sku,
        variant.axis,
        variant.measure,
        variant.priceAmount,
        currency,
        variant.weightGrams,
        variant.net?.quantity ?? null,
        variant.net?.unit ?? null,
      ]),
  },
  stock_level: {
    columns: 'variant_id, on_hand',
    of: ({ variants }) => variants.map(({ id, stock }) => [id, stock]),
  },
  stock_movement: {
    columns: 'variant_id, quantity, cause, actor',
    of: ({ variants }) =>
      variants.filter(({ stock }) => stock > 0).map(({ id, stock }) => [id, stock, 'opened', actor]),
  },
  shelf: {
    columns: 'category_id, published_at, product_id',
    of: ({ id, cooperativeId, publishedAt, category }) =>
      sellers.has(cooperativeId) ? category.ancestorIds.map((ancestor) => [ancestor, publishedAt, id]) : [],
  },
});

/** As catalog.pictures_of draws a product without photographs. */
const drawingOf = ({ id, category: { craft } }: Row) => ({
  url: `/pictures/products/${craft}/${id}.svg`,
  srcset: null,
  width: 960,
  height: 720,
  isGenerated: true,
  alt: null,
});

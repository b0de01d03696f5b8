import { topics } from '@tiwizi/contracts';
import { tellChanged, type EntityManager } from '@tiwizi/persistence';

export interface ShownProduct {
  productId: string;
  cooperativeId: string;
  version: number;
}

/** Events come in any order: only a later version brings back a product that was withdrawn. */
export async function showProducts(tx: EntityManager, products: readonly ShownProduct[]): Promise<void> {
  await tx.query(
    `insert into cooperatives.shown_product (product_id, cooperative_id, version, is_shown)
     select product_id, cooperative_id, version, true
     from unnest($1::uuid[], $2::uuid[], $3::int[]) as shown (product_id, cooperative_id, version)
     on conflict (product_id) do update set version = excluded.version, is_shown = true
     where excluded.version > shown_product.version`,
    [
      products.map(({ productId }) => productId),
      products.map(({ cooperativeId }) => cooperativeId),
      products.map(({ version }) => version),
    ],
  );
  await tellCounts(tx, products);
}

/** A withdrawal that overtakes its publication is remembered, so that the publication finds it. */
export async function hideProduct(tx: EntityManager, productId: string, cooperativeId: string): Promise<void> {
  await tx.query(
    `insert into cooperatives.shown_product (product_id, cooperative_id, version, is_shown)
     values ($1, $2, 1, false)
     on conflict (product_id) do update set is_shown = false`,
    [productId, cooperativeId],
  );
  await tellCounts(tx, [{ cooperativeId }]);
}

/** How many products a cooperative shows stands beside its name. */
const tellCounts = (tx: EntityManager, products: readonly { cooperativeId: string }[]): Promise<void> =>
  tellChanged(
    tx,
    products.map(({ cooperativeId }) => topics.range(cooperativeId)),
  );

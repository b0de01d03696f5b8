import type { EntityManager } from '@tiwizi/persistence';

/** Those of these references under which the cooperative offers another product. */
export async function takenSkus(
  tx: EntityManager,
  cooperativeId: string,
  productId: string,
  skus: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ sku: string }[]>(
    `select sku from catalog.variant
     where cooperative_id = $1 and product_id <> $2 and retired_at is null and sku = any ($3)`,
    [cooperativeId, productId, skus],
  );
  return new Set(rows.map(({ sku }) => sku));
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { showProducts, type ShownProduct } from './events/shown-products.js';
import { FindSellerQuery, type Seller } from './use-cases/find-seller.query.js';
import { ImportRegistry, type RegistryRow } from './use-cases/import-registry.js';

/** May this cooperative sell, and who is it. */
@Injectable()
export class CooperativesApi {
  constructor(
    private readonly sellers: FindSellerQuery,
    private readonly registry: ImportRegistry,
  ) {}

  seller(cooperativeId: string): Promise<Seller | null> {
    return this.sellers.execute(cooperativeId);
  }

  importRegistry(tx: EntityManager, rows: readonly RegistryRow[]): Promise<void> {
    return this.registry.execute(tx, rows);
  }

  /** Counts products that were published in bulk, without an event for each. */
  countShown(tx: EntityManager, products: readonly ShownProduct[]): Promise<void> {
    return showProducts(tx, products);
  }
}

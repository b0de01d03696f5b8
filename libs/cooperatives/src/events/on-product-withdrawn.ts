import { ProductWithdrawnV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { hideProduct } from './shown-products.js';

@EventConsumer()
export class OnProductWithdrawn implements EventHandler<typeof ProductWithdrawnV1> {
  readonly name = 'cooperatives/on-product-withdrawn';
  readonly event = ProductWithdrawnV1;

  async handle(tx: EntityManager, { productId, cooperativeId }: PayloadOf<typeof ProductWithdrawnV1>): Promise<void> {
    await hideProduct(tx, productId, cooperativeId);
  }
}

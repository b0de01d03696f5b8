import { ProductPublishedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { showProducts } from './shown-products.js';

@EventConsumer()
export class OnProductPublished implements EventHandler<typeof ProductPublishedV1> {
  readonly name = 'cooperatives/on-product-published';
  readonly event = ProductPublishedV1;

  async handle(tx: EntityManager, product: PayloadOf<typeof ProductPublishedV1>): Promise<void> {
    await showProducts(tx, [product]);
  }
}

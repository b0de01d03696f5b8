import { ProductWithdrawnV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { lock, type EntityManager } from '@tiwizi/persistence';
import { ModerationCase } from '../domain/moderation-case.js';

/** What its cooperative took back needs no decision any more. */
@EventConsumer()
export class OnProductWithdrawn implements EventHandler<typeof ProductWithdrawnV1> {
  readonly name = 'moderation/on-product-withdrawn';
  readonly event = ProductWithdrawnV1;

  async handle(tx: EntityManager, { productId }: PayloadOf<typeof ProductWithdrawnV1>): Promise<void> {
    await lock(tx, `moderation/product/${productId}`);
    const waiting = await tx.findOne(ModerationCase, {
      where: { productId, status: 'open' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!waiting) return;
    waiting.supersede();
    await tx.save(waiting);
  }
}

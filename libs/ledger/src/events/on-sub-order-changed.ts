import { SubOrderChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { end } from '../persistence/shares.js';

const neverDelivered = new Set(['rejected', 'auto_rejected', 'canceled', 'refused', 'undeliverable']);

/** What will not be delivered earns nothing and leaves the list of what is owed. */
@EventConsumer()
export class OnSubOrderChanged implements EventHandler<typeof SubOrderChangedV1> {
  readonly name = 'ledger/on-sub-order-changed';
  readonly event = SubOrderChangedV1;

  async handle(tx: EntityManager, event: PayloadOf<typeof SubOrderChangedV1>): Promise<void> {
    if (!neverDelivered.has(event.status)) return;
    await end(tx, { ...event, method: event.paymentMethod, total: event.subOrderTotal });
  }
}

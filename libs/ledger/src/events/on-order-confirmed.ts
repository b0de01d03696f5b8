import { OrderConfirmedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { agree } from '../persistence/shares.js';

/** From here on the cooperatives see the sub-order among what they are owed. */
@EventConsumer()
export class OnOrderConfirmed implements EventHandler<typeof OrderConfirmedV1> {
  readonly name = 'ledger/on-order-confirmed';
  readonly event = OrderConfirmedV1;

  async handle(
    tx: EntityManager,
    { orderId, paymentMethod, subOrders }: PayloadOf<typeof OrderConfirmedV1>,
  ): Promise<void> {
    await agree(tx, { orderId, method: paymentMethod, shares: subOrders });
  }
}

import { OrderConfirmedV1 } from '@tiwizi/contracts';
import { EventConsumer, type EventBatchHandler, type Told } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { agree } from '../persistence/shares.js';

/** From here on the cooperatives see the sub-order among what they are owed. */
@EventConsumer()
export class OnOrderConfirmed implements EventBatchHandler<typeof OrderConfirmedV1> {
  readonly name = 'ledger/on-order-confirmed';
  readonly event = OrderConfirmedV1;

  async handleAll(tx: EntityManager, told: readonly Told<typeof OrderConfirmedV1>[]): Promise<void> {
    const orders = told.map(({ payload: { orderId, paymentMethod, subOrders } }) => ({
      orderId,
      method: paymentMethod,
      shares: subOrders,
    }));
    await agree(tx, orders);
  }
}

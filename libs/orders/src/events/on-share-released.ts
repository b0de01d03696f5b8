import { ShareReleasedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { type EntityManager } from '@tiwizi/persistence';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';

/** The return window is over: the parcel is done, and with the last one the order. */
@EventConsumer()
export class OnShareReleased implements EventHandler<typeof ShareReleasedV1> {
  readonly name = 'orders/on-share-released';
  readonly event = ShareReleasedV1;

  constructor(private readonly recording: RecordChanges) {}

  async handle(tx: EntityManager, { subOrderId }: PayloadOf<typeof ShareReleasedV1>): Promise<void> {
    const order = await holdOrderOf(tx, subOrderId);
    const part = order.part(subOrderId);
    if (!order.canMove(part, 'completed')) return;
    order.complete(part, new Date());
    await this.recording.execute(tx, order, { action: 'orders.sub-order-completed', actor: 'system', cause: 'ledger' });
  }
}

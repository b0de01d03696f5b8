import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@tiwizi/persistence';
import { holdOrder } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';

@Injectable()
export class RejectPending {
  constructor(private readonly recording: RecordChanges) {}

  /** In the transaction that lets the money of unanswered parcels go: nobody may accept them any more. */
  async execute(tx: EntityManager, orderId: string, cause: string): Promise<void> {
    const order = await holdOrder(tx, orderId);
    const now = new Date();
    for (const part of order.subOrders) if (part.status === 'pending') order.rejectUnanswered(part, now);
    await this.recording.execute(tx, order, { action: 'orders.sub-order-auto-rejected', actor: 'system', cause });
  }
}

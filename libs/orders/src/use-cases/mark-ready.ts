import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';
import type { SellerGesture } from './accept-sub-order.js';

@Injectable()
export class MarkReady {
  constructor(
    private readonly database: Database,
    private readonly recording: RecordChanges,
  ) {}

  /** Packed: prepared and ready are one gesture. */
  async execute({ cooperativeId, subOrderId, actor }: SellerGesture): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdOrderOf(tx, subOrderId, cooperativeId);
      const part = order.part(subOrderId);
      if (part.status === 'ready') return;
      order.pack(part, new Date());
      await this.recording.execute(tx, order, { action: 'orders.sub-order-ready', actor });
    });
  }
}

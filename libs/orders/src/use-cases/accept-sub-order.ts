import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';

/** Who acts for which cooperative on which of its parcels. */
export interface SellerGesture {
  readonly cooperativeId: string;
  readonly subOrderId: string;
  readonly actor: string;
}

@Injectable()
export class AcceptSubOrder {
  constructor(
    private readonly database: Database,
    private readonly recording: RecordChanges,
  ) {}

  /** Accepted already: nothing changes, and the answer is the same. */
  async execute({ cooperativeId, subOrderId, actor }: SellerGesture): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdOrderOf(tx, subOrderId, cooperativeId);
      const part = order.part(subOrderId);
      if (part.status === 'accepted') return;
      order.accept(part, new Date());
      await this.recording.execute(tx, order, { action: 'orders.sub-order-accepted', actor });
    });
  }
}

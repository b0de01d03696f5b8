import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import { Database } from '@tiwizi/persistence';
import { cleanText } from '@tiwizi/text';
import type { RejectionReason } from '../domain/sub-order.js';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';
import type { SellerGesture } from './accept-sub-order.js';

@Injectable()
export class RejectSubOrder {
  constructor(
    private readonly database: Database,
    private readonly recording: RecordChanges,
  ) {}

  /** The goods go back on the shelf; what the buyer owes, or gets back, follows from the event. */
  async execute(
    { cooperativeId, subOrderId, actor }: SellerGesture,
    { reason, message }: { reason: RejectionReason; message?: string | undefined },
  ): Promise<void> {
    const said = message ? clean(message) : null;
    await this.database.transaction(async (tx) => {
      const order = await holdOrderOf(tx, subOrderId, cooperativeId);
      const part = order.part(subOrderId);
      if (part.status === 'rejected') return;
      order.reject(part, reason, said, new Date());
      await this.recording.execute(tx, order, { action: 'orders.sub-order-rejected', actor, cause: reason });
    });
  }
}

function clean(message: string): string {
  const result = cleanText(message);
  if (!result.ok) throw new InvalidInput([{ path: 'message', code: result.code }]);
  return result.value;
}

import { Injectable } from '@nestjs/common';
import { cleanText } from '@tiwizi/text';
import { InvalidInput } from '@tiwizi/errors';
import { Database } from '@tiwizi/persistence';
import { assertMaySee, type Proof } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { holdOrder } from '../persistence/hold-order.js';
import { holdRow } from '../persistence/order-row.js';
import { RecordChanges } from '../persistence/record-changes.js';

@Injectable()
export class CancelOrder {
  constructor(
    private readonly database: Database,
    private readonly secrets: OrderSecrets,
    private readonly recording: RecordChanges,
  ) {}

  /** Before anything was shipped. An order that is canceled already stays so, and the answer is the same. */
  async execute(number: string, proof: Proof, actor: string, reason?: string): Promise<void> {
    const message = reason ? clean(reason) : null;
    await this.database.transaction(async (tx) => {
      const row = await holdRow(tx, { number });
      assertMaySee(row, proof, this.secrets);
      if (row.status === 'canceled') return;
      const order = await holdOrder(tx, row.id);
      order.cancel(new Date());
      await this.recording.execute(tx, order, {
        action: 'orders.order-canceled',
        actor,
        cause: 'buyer',
        ...(message && { details: { message } }),
      });
    });
  }
}

function clean(reason: string): string {
  const result = cleanText(reason);
  if (!result.ok) throw new InvalidInput([{ path: 'reason', code: result.code }]);
  return result.value;
}

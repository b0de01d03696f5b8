import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { holdOrder } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';
import { sweep } from './sweep.js';

const batch = 200;

/** Orders nobody paid or confirmed in time give their goods back. */
@Scheduled()
export class ExpireOrders implements ScheduledTask {
  readonly name = 'orders/expire';
  readonly cron = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly recording: RecordChanges,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `select id from orders."order" where status = 'placed' and expires_at <= now() order by expires_at limit $1`,
      [batch],
    );
    await sweep(due, this.log, ({ id }) => this.expire(id));
  }

  private async expire(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdOrder(tx, id);
      const now = new Date();
      // Paid, canceled or given more time between our look and our lock.
      if (order.status !== 'placed' || order.expiresAt > now) return;
      order.expire(now);
      await this.recording.execute(tx, order, {
        action: 'orders.order-expired',
        actor: 'system',
        cause: 'not-confirmed',
      });
    });
  }
}

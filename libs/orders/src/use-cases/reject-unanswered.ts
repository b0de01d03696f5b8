import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';
import { sweep } from './sweep.js';

const batch = 200;

/** A cooperative that has not answered in 48 hours will not: the buyer is told and gets the money back. */
@Scheduled()
export class RejectUnanswered implements ScheduledTask {
  readonly name = 'orders/reject-unanswered';
  readonly cron = '*/5 * * * *';

  constructor(
    private readonly database: Database,
    private readonly recording: RecordChanges,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `select id from orders.sub_order where status = 'pending' and accept_by <= now() order by accept_by limit $1`,
      [batch],
    );
    await sweep(due, this.log, ({ id }) => this.reject(id));
  }

  private async reject(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdOrderOf(tx, id);
      const part = order.part(id);
      const now = new Date();
      if (part.status !== 'pending' || part.acceptBy === null || part.acceptBy > now) return;
      order.rejectUnanswered(part, now);
      await this.recording.execute(tx, order, {
        action: 'orders.sub-order-auto-rejected',
        actor: 'system',
        cause: '48-hours',
      });
    });
  }
}

import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { PaymentBook } from '../persistence/payment-book.js';
import { DecideCapture } from './decide-capture.js';
import { SettleCardPayment } from './settle-card-payment.js';

const batch = 50;

/** Rows are claimed by moving their hour on: two processes never read the same payment. */
const claimPayments = `
  update payments.payment set checked_at = now()
  where id in (
    select id from payments.payment
    where method = 'card' and checked_at < now() - interval '2 minutes'
      and (status in ('requires_action', 'processing', 'unknown', 'authorized')
        or (status = 'created' and (attempted_at is not null or goal is not null)))
    order by checked_at limit $1 for update skip locked)
  returning id, status, goal`;
/** Every minute: what has not come to an end in two minutes is read back, whatever message or worker was lost. */
@Scheduled()
export class SweepPayments implements ScheduledTask {
  readonly name = 'payments/sweep';
  readonly cron = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly deciding: DecideCapture,
    private readonly settling: SettleCardPayment,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const payments = await this.database.query<{ id: string; status: string; goal: string | null }>(claimPayments, [
      batch,
    ]);
    for (const { id, status, goal } of payments) {
      try {
        await (status === 'authorized' && !goal ? this.decide(id) : this.settling.execute(id));
      } catch (error) {
        // One that fails does not hold back the others.
        this.log.warn({ paymentId: id, err: error }, 'the sweep could not settle a payment');
      }
    }
  }

  /** A hold waits for the cooperatives; only its hour can have come. */
  private decide(id: string): Promise<void> {
    return this.database.transaction(async (tx) => this.deciding.execute(tx, await this.book.hold(tx, id)));
  }
}

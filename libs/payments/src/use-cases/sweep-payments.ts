import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { PaymentBook } from '../persistence/payment-book.js';
import { DecideCapture } from './decide-capture.js';
import { ExecuteRefund } from './execute-refund.js';
import { SettleCardPayment } from './settle-card-payment.js';

const batch = 50;

/** Each claims its rows by moving their hour on, so two processes never read the same payment. */
const claimPayments = `
  update payments.payment set checked_at = now()
  where id in (
    select id from payments.payment
    where method = 'card' and checked_at < now() - interval '2 minutes'
      and (status in ('requires_action', 'processing', 'unknown', 'authorized')
        or (status = 'created' and (attempted_at is not null or goal is not null)))
    order by checked_at limit $1 for update skip locked)
  returning id, status, goal`;
const claimRefunds = `
  update payments.refund set checked_at = now()
  where id in (
    select id from payments.refund
    where checked_at < now() - interval '2 minutes' and status in ('approved', 'submitted', 'pending')
      and exists (select from payments.payment where payment.id = payment_id and intent_id is not null)
    order by checked_at limit $1 for update skip locked)
  returning id`;

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
    private readonly refunding: ExecuteRefund,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const payments = await this.claim<{ id: string; status: string; goal: string | null }>(claimPayments);
    for (const { id, status, goal } of payments) {
      await this.each(id, () => (status === 'authorized' && !goal ? this.decide(id) : this.settling.execute(id)));
    }
    for (const { id } of await this.claim<{ id: string }>(claimRefunds)) {
      await this.each(id, () => this.refunding.execute(id));
    }
  }

  /** A hold waits for the cooperatives; only its hour can have come. */
  private decide(id: string): Promise<void> {
    return this.database.transaction(async (tx) => this.deciding.execute(tx, await this.book.hold(tx, id)));
  }

  private async claim<Row>(sql: string): Promise<Row[]> {
    return this.database.query<Row>(sql, [batch]);
  }

  /** One that fails does not hold back the others. */
  private async each(id: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn({ id, err: error }, 'the sweep could not settle this');
    }
  }
}

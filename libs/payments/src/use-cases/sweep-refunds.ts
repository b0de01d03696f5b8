import { ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { ExecuteRefund } from './execute-refund.js';

const batch = 50;

/** A transfer is paid back by hand: only refunds of a card wait for the provider. */
const claimRefunds = `
  update payments.refund set checked_at = now()
  where id in (
    select id from payments.refund
    where checked_at < now() - interval '2 minutes' and status in ('approved', 'submitted', 'pending')
      and exists (select from payments.payment where payment.id = payment_id and intent_id is not null)
    order by checked_at limit $1 for update skip locked)
  returning id`;

/** Every minute: a refund that has not come to an end in two minutes is asked for or read again. */
@Scheduled()
export class SweepRefunds implements ScheduledTask {
  readonly name = 'payments/sweep-refunds';
  readonly cron = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly refunding: ExecuteRefund,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    for (const { id } of await this.database.query<{ id: string }>(claimRefunds, [batch])) {
      try {
        await this.refunding.execute(id);
      } catch (error) {
        this.log.warn({ refundId: id, err: error }, 'the sweep could not settle a refund');
      }
    }
  }
}

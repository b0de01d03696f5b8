import { Outbox, ProcessLog, Scheduled, type ScheduledTask } from '@tiwizi/events';
import { ShareReleasedV1, type Money } from '@tiwizi/contracts';
import { amountColumn, AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { released } from '../domain/postings.js';
import { post } from '../persistence/journal.js';

interface DueShare {
  sub_order_id: string;
  sub_order_number: string;
  order_id: string;
  cooperative_id: string;
  due_amount: string;
  currency: Money['currency'];
  now: Date;
}

const mostPerRun = 500;
const isDue = `released_at is null and release_at <= now() and is_funded and ended_at is null
  and (method <> 'cash-on-delivery' or remitted_at is not null)`;

/** P3: what was delivered so long ago that it stays with the buyer becomes available. Cash waits for the courier. */
@Scheduled()
export class ReleaseShares implements ScheduledTask {
  readonly name = 'ledger/release-shares';
  readonly cron = '*/10 * * * *';

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditJournal,
    private readonly log: ProcessLog,
  ) {}

  async run(): Promise<void> {
    const due = await this.database.query<{ id: string }>(
      `select sub_order_id as id from ledger.share where ${isDue} order by release_at limit ${mostPerRun}`,
    );
    for (const { id } of due) {
      try {
        await this.database.transaction((tx) => this.release(tx, id));
      } catch (error) {
        // One that cannot be released waits alone, for somebody to look.
        this.log.error({ subOrderId: id, err: error }, 'a share could not be released');
      }
    }
  }

  /** One share per transaction: each waits for one chain of the book only. */
  private async release(tx: EntityManager, id: string): Promise<void> {
    const [share]: DueShare[] = await tx.query(
      `select sub_order_id, sub_order_number, order_id, cooperative_id, due_amount, currency, now() as now
       from ledger.share where sub_order_id = $1 and ${isDue} for update skip locked`,
      [id],
    );
    if (!share) return;
    const due: Money = { amount: amountColumn(share.due_amount), currency: share.currency };
    const { sub_order_id: subOrderId, order_id: orderId, cooperative_id: cooperativeId } = share;
    await tx.query('update ledger.share set released_at = now() where sub_order_id = $1', [subOrderId]);
    await post(tx, [released({ orderId, subOrderId, cooperativeId, due, at: share.now })]);
    await this.audit.record(tx, {
      action: 'ledger.share-released',
      subject: `sub-order:${share.sub_order_number}`,
      actor: 'system',
      cause: 'return-window-over',
    });
    await this.outbox.publish(tx, ShareReleasedV1, { subOrderId, cooperativeId, amount: due });
  }
}

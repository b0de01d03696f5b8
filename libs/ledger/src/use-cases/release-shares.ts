import { Outbox, Scheduled, type ScheduledTask } from '@tiwizi/events';
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

/** P3: what was delivered so long ago that it stays with the buyer becomes available. Cash waits for the courier. */
@Scheduled()
export class ReleaseShares implements ScheduledTask {
  readonly name = 'ledger/release-shares';
  readonly cron = '*/10 * * * *';

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditJournal,
  ) {}

  async run(): Promise<void> {
    for (let done = 0; done < mostPerRun; done += 1) {
      if (!(await this.database.transaction((tx) => this.releaseOne(tx)))) return;
    }
  }

  /** One share per transaction: each waits for one chain of the book only. */
  private async releaseOne(tx: EntityManager): Promise<boolean> {
    const [share]: DueShare[] = await tx.query(
      `select sub_order_id, sub_order_number, order_id, cooperative_id, due_amount, currency, now() as now
       from ledger.share
       where released_at is null and release_at <= now() and is_funded and ended_at is null
         and (method <> 'cash-on-delivery' or remitted_at is not null)
       order by release_at limit 1 for update skip locked`,
    );
    if (!share) return false;
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
    return true;
  }
}

import type { Database, Transaction } from '../persistence/database.js';
import { get } from '../persistence/resources.js';
import { Work } from '../webhooks/events.js';
import { cancelPayment } from './capture-payment.js';
import { dueNow, settle } from './due-changes.js';
import { idOf, lockIntent } from './payment-intent.js';
import { settleRefund } from './refund-payment.js';

const heartbeatMs = 1_000;

/** Does what time alone brings about: holds run out, banks settle or return refunds. */
export class PassingTime {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly onCommit: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.tick()).catch(this.onError);
    }, heartbeatMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    for (const { resourceId, change } of await this.database.transaction(dueNow)) {
      await (change === 'hold_expires' ? this.expireHold(resourceId) : this.settleRefund(resourceId));
    }
  }

  /** Also asked for by tests, before its time. Answers whether there was anything to do. */
  expireHold(intentId: string): Promise<boolean> {
    return this.once(async (tx) => {
      const intent = await lockIntent(tx, intentId);
      if (!(await settle(tx, intentId))) return false;
      await cancelPayment(new Work(tx), intent, 'automatic');
      return true;
    });
  }

  settleRefund(refundId: string): Promise<boolean> {
    return this.once(async (tx) => {
      const found = await get(tx, 'refund', refundId);
      await lockIntent(tx, idOf(found.body.payment_intent));
      const change = await settle(tx, refundId);
      if (!change) return false;
      await settleRefund(new Work(tx), await get(tx, 'refund', refundId), change === 'refund_succeeds');
      return true;
    });
  }

  private async once(work: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    const isDone = await this.database.transaction(work);
    if (isDone) this.onCommit();
    return isDone;
  }
}

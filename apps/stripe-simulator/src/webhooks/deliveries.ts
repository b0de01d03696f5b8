import type { Database } from '../persistence/database.js';
import type { EventBody } from '../persistence/resources.js';
import { now } from '../wire/ids.js';
import { signatureHeader } from './signature.js';

export interface DeliverySettings {
  url: string | undefined;
  secret: string;
  /** Test controls. */
  isPaused: boolean;
  isDuplicating: boolean;
  isShuffling: boolean;
}

export interface DeliveryCount {
  delivered: number;
  failed: number;
}

interface Claimed {
  id: string;
  attempts: number;
  body: EventBody;
}

const heartbeatMs = 1_000;
const answerWithinMs = 10_000;

/**
 * Posts the events to the shop's webhook. A delivery is leased while it is under way, so a process
 * that dies leaves nothing behind but a lease that runs out. Failures are tried again after
 * 1, 2, 4 … seconds (an hour at most), for three days.
 */
export class Deliveries {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isOpen = false;
  private isQueued = false;

  constructor(
    private readonly database: Database,
    readonly settings: DeliverySettings,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.isOpen = true;
    this.timer = setInterval(() => this.wake(), heartbeatMs);
    this.wake();
  }

  async stop(): Promise<void> {
    this.isOpen = false;
    clearInterval(this.timer);
    await this.running;
  }

  /** Looks for work at once, without waiting for it. */
  wake(): void {
    if (!this.isOpen || this.isQueued || this.settings.isPaused) return;
    this.isQueued = true;
    void this.inTurn(() => {
      this.isQueued = false;
      return this.pass(false);
    }).catch(this.onError);
  }

  /** Tries every undelivered event once, now, whatever its turn. */
  deliverNow(): Promise<DeliveryCount> {
    return this.inTurn(() => this.pass(true));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.running.then(work);
    this.running = turn.catch(() => undefined);
    return turn;
  }

  private async pass(isForced: boolean): Promise<DeliveryCount> {
    const count = { delivered: 0, failed: 0 };
    const seen: string[] = [];
    for (;;) {
      if (!this.settings.url || (!isForced && (!this.isOpen || this.settings.isPaused))) return count;
      const claimed = await this.claim(isForced, seen);
      if (!claimed) return count;
      seen.push(claimed.id);
      const isDelivered = await this.deliver(this.settings.url, claimed);
      count[isDelivered ? 'delivered' : 'failed'] += 1;
    }
  }

  private async claim(isForced: boolean, seen: string[]): Promise<Claimed | undefined> {
    const claimed = await this.database.transaction((tx) =>
      tx.query<Claimed>(
        `UPDATE stripe_simulator.delivery AS delivery
         SET attempts = attempts + 1, next_attempt_at = now() + interval '30 seconds'
         FROM stripe_simulator.resource AS event
         WHERE event.id = delivery.event_id AND delivery.id = (
           SELECT id FROM stripe_simulator.delivery
           WHERE delivered_at IS NULL AND abandoned_at IS NULL AND ($1 OR next_attempt_at <= now()) AND id <> ALL ($2::bigint[])
           ORDER BY ${this.settings.isShuffling ? 'random()' : 'id'} LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING delivery.id, delivery.attempts, event.body`,
        [isForced, seen],
      ),
    );
    return claimed.rows[0];
  }

  private async deliver(url: string, { id, attempts, body }: Claimed): Promise<boolean> {
    const answer = await this.post(url, body);
    const isDelivered = /^2\d\d$/.test(answer);
    if (isDelivered && this.settings.isDuplicating) await this.post(url, body);
    const waitSeconds = Math.min(2 ** (attempts - 1), 3_600);
    await this.database.transaction((tx) =>
      tx.query(
        `UPDATE stripe_simulator.delivery SET last_answer = $2,
           delivered_at = CASE WHEN $3 THEN now() END,
           abandoned_at = CASE WHEN NOT $3 AND created_at < now() - interval '3 days' THEN now() END,
           next_attempt_at = now() + make_interval(secs => $4)
         WHERE id = $1`,
        [id, answer, isDelivered, waitSeconds],
      ),
    );
    return isDelivered;
  }

  /** The status, or why there was none. */
  private async post(url: string, event: EventBody): Promise<string> {
    const body = JSON.stringify(event, null, 2);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'Stripe-Signature': signatureHeader(body, this.settings.secret, now()),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(answerWithinMs),
      });
      await response.body?.cancel();
      return String(response.status);
    } catch (error) {
      return error instanceof Error ? error.message : 'no answer';
    }
  }
}

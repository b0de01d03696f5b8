import type { Transaction } from '../persistence/database.js';
import { insert, type EventBody } from '../persistence/resources.js';
import { newId, now } from '../wire/ids.js';

export const apiVersion = '2026-10-28.endive';

export type EventType =
  | 'charge.captured'
  | 'charge.expired'
  | 'charge.failed'
  | 'charge.refunded'
  | 'charge.refund.updated'
  | 'charge.succeeded'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.canceled'
  | 'payment_intent.created'
  | 'payment_intent.payment_failed'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
  | 'refund.created'
  | 'refund.failed'
  | 'refund.updated';

/** Who asked: the API request behind the event, or nobody (a page, the passing of time). */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}
export const noRequest: Cause = { requestId: null, idempotencyKey: null };

/** One piece of work: its transaction and what caused it. The event commits with the change it tells of, or not at all. */
export class Work {
  constructor(
    readonly tx: Transaction,
    private readonly cause: Cause = noRequest,
  ) {}

  async tell(type: EventType, object: object): Promise<void> {
    const event: EventBody = {
      id: newId('evt'),
      object: 'event',
      api_version: apiVersion,
      created: now(),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: this.cause.requestId, idempotency_key: this.cause.idempotencyKey },
      type,
    };
    await insert(this.tx, 'event', event);
    await this.tx.query('INSERT INTO stripe_simulator.delivery (event_id) VALUES ($1)', [event.id]);
  }
}

/** One rule of reliability §6 as a statement that finds its breaches: nothing found, the rule holds. */
export interface Check {
  /** `I05` */
  id: string;
  rule: string;
  /** Answers rows of (subject, expected, found). */
  sql: string;
}

export interface Difference {
  id: string;
  subject: string;
  expected: string;
  found: string;
}

/**
 * Orders of which a message or a call is still on its way: what follows from it may be missing for a moment.
 * Parked messages are not on their way any more, and hide nothing.
 */
export const underWay = `(
  with message as (
    select data -> 'payload' as payload from jobs.job
    where name in ('events-quick', 'events-post', 'events-slow') and state in ('created', 'retry', 'active')
  )
  select (payload ->> 'orderId')::uuid from message where payload ? 'orderId'
  union select order_id from message join payments.payment on payment.id = (payload ->> 'paymentId')::uuid
  union select order_id from message join orders.sub_order on sub_order.id = (payload ->> 'subOrderId')::uuid
)`;

/** Statuses of parcels that nobody will receive, and of parcels somebody has. */
export const givenUp = `('rejected', 'auto_rejected', 'canceled', 'undeliverable', 'returned')`;
export const received = `('delivered', 'completed', 'return_requested', 'return_approved', 'return_rejected')`;
export const served = `('confirmed', 'in_progress', 'delivered', 'completed')`;
export const ended = `('failed', 'canceled', 'expired', 'voided')`;

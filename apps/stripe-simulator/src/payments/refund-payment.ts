import type Stripe from 'stripe';
import { get, insert, save, type Stored } from '../persistence/resources.js';
import { refused } from '../wire/errors.js';
import { newId, now } from '../wire/ids.js';
import type { Metadata } from '../wire/parameters.js';
import type { Work } from '../webhooks/events.js';
import { recordMovement } from './balance-transaction.js';
import { plan, type DueChange } from './due-changes.js';
import { idOf, type PaymentIntentRecord } from './payment-intent.js';

export type RefundReason = 'duplicate' | 'fraudulent' | 'requested_by_customer';

export interface RefundRequest {
  amount: number | undefined;
  reason: RefundReason | null;
  metadata: Metadata;
  /** How long the bank takes where it does not answer at once. */
  bankDelayMs: number;
}

/** Gives back all or part of what was captured. The caller holds the intent's lock, so two refunds never pass together. */
export async function refundPayment(
  work: Work,
  intent: PaymentIntentRecord,
  request: RefundRequest,
): Promise<Stripe.Refund> {
  if (intent.body.status !== 'succeeded') {
    throw refused(`This PaymentIntent (${intent.body.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  }
  const charge = await get(work.tx, 'charge', idOf(intent.body.latest_charge));
  const refundable = charge.body.amount - charge.body.amount_refunded;
  if (refundable === 0)
    throw refused(`Charge ${charge.body.id} has already been refunded.`, { code: 'charge_already_refunded' });
  const amount = request.amount ?? refundable;
  if (amount > refundable) {
    throw refused(`Refund amount (${amount}) is greater than unrefunded amount on charge (${refundable})`, {
      param: 'amount',
    });
  }

  const refund = refundBody(charge.body, amount);
  refund.reason = request.reason;
  refund.metadata = request.metadata;
  const later: DueChange | undefined =
    charge.simulated.card === 'refund_pending'
      ? 'refund_succeeds'
      : charge.simulated.card === 'refund_fails'
        ? 'refund_fails'
        : undefined;
  if (later === 'refund_succeeds') refund.status = 'pending';
  refund.balance_transaction = await recordMovement(work.tx, {
    type: 'refund',
    source: refund.id,
    amount: -amount,
    currency: refund.currency,
  });
  await insert(work.tx, 'refund', refund);
  if (later) await plan(work.tx, refund.id, later, new Date(Date.now() + request.bankDelayMs));
  await addRefunded(work, charge, amount);
  await work.tell('refund.created', refund);
  await work.tell('charge.refunded', charge.body);
  return refund;
}

/**
 * Lets go of a hold, whole or in part. Stripe shows it as a refund too, but as one
 * without a balance transaction: no money had come in, so none goes out.
 */
export async function releaseHold(work: Work, charge: Stored<'charge'>, amount: number): Promise<void> {
  const release = refundBody(charge.body, amount);
  await insert(work.tx, 'refund', release);
  await addRefunded(work, charge, amount);
  await work.tell('refund.created', release);
  await work.tell('charge.refunded', charge.body);
}

/** The bank's late answer to a refund. */
export async function settleRefund(work: Work, refund: Stored<'refund'>, isPaid: boolean): Promise<void> {
  const charge = await get(work.tx, 'charge', idOf(refund.body.charge));
  if (isPaid) {
    refund.body.status = 'succeeded';
  } else {
    refund.body.status = 'failed';
    refund.body.failure_reason = 'expired_or_canceled_card';
    refund.body.failure_balance_transaction = await recordMovement(work.tx, {
      type: 'refund_failure',
      source: refund.body.id,
      amount: refund.body.amount,
      currency: refund.body.currency,
    });
    await addRefunded(work, charge, -refund.body.amount);
  }
  await save(work.tx, refund);
  await work.tell('refund.updated', refund.body);
  await work.tell('charge.refund.updated', refund.body);
  if (!isPaid) await work.tell('refund.failed', refund.body);
}

async function addRefunded(work: Work, charge: Stored<'charge'>, amount: number): Promise<void> {
  charge.body.amount_refunded += amount;
  charge.body.refunded = charge.body.amount_refunded === charge.body.amount;
  await save(work.tx, charge);
}

function refundBody(charge: Stripe.Charge, amount: number): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

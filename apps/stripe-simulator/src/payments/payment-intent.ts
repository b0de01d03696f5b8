import type Stripe from 'stripe';
import { lock, type Stored } from '../persistence/resources.js';
import type { Transaction } from '../persistence/database.js';
import { invalidParameter, notFound, refused, type StripeError } from '../wire/errors.js';
import { newClientSecret, newId, now } from '../wire/ids.js';
import type { Metadata } from '../wire/parameters.js';

export type PaymentIntentRecord = Stored<'payment_intent'>;
export type Status = Stripe.PaymentIntent.Status;

export interface NewIntent {
  amount: number;
  currency: string;
  captureMethod: Stripe.PaymentIntent.CaptureMethod;
  automaticPaymentMethods: Stripe.PaymentIntent.AutomaticPaymentMethods | null;
  description: string | null;
  receiptEmail: string | null;
  metadata: Metadata;
}

const smallestAmount: Record<string, number> = { mad: 500, eur: 50, usd: 50 };

export function checkAmount(amount: number, currency: string): void {
  if (amount > 99_999_999)
    throw invalidParameter('Amount must be no more than 999,999.99.', 'amount', 'amount_too_large');
  const smallest = smallestAmount[currency];
  if (smallest === undefined) {
    throw invalidParameter(
      `Invalid currency: ${currency}. The simulator supports: ${Object.keys(smallestAmount).join(', ')}`,
      'currency',
      'invalid_currency',
    );
  }
  if (amount < smallest)
    throw invalidParameter(`Amount must be at least ${smallest / 100} ${currency}.`, 'amount', 'amount_too_small');
}

export function newIntent(request: NewIntent): Stripe.PaymentIntent {
  const id = newId('pi');
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: request.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: request.automaticPaymentMethods,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: request.captureMethod,
    client_secret: newClientSecret(id),
    confirmation_method: 'automatic',
    created: now(),
    currency: request.currency,
    customer: null,
    customer_account: null,
    description: request.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: request.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: request.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

export async function lockIntent(tx: Transaction, id: string): Promise<PaymentIntentRecord> {
  const intent = await lock(tx, 'payment_intent', id);
  if (!intent) throw notFound('payment_intent', id, 'intent');
  return intent;
}

export function mustBe(intent: Stripe.PaymentIntent, allowed: readonly Status[], done: string): void {
  if (!allowed.includes(intent.status)) throw unexpectedState(intent, allowed, done);
}

function unexpectedState(intent: Stripe.PaymentIntent, allowed: readonly Status[], done: string): StripeError {
  return refused(
    `This PaymentIntent could not be ${done} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${done}: ${allowed.join(', ')}.`,
    { code: 'payment_intent_unexpected_state', payment_intent: intent },
  );
}

/** A property that holds an id in our tables, never the expanded object. */
export function idOf(reference: string | { id: string } | null): string {
  if (!reference) throw new Error('a reference is missing');
  return typeof reference === 'string' ? reference : reference.id;
}

import type Stripe from 'stripe';
import { get, save, type Stored } from '../persistence/resources.js';
import { refused, type ErrorBody } from '../wire/errors.js';
import type { Work } from '../webhooks/events.js';
import { recordMovement } from './balance-transaction.js';
import { createCharge } from './charge.js';
import { plan } from './due-changes.js';
import { idOf, mustBe, type PaymentIntentRecord } from './payment-intent.js';
import { cardByName, type Decline } from './test-cards.js';

/** Undefined when the payment goes on; the card error when the bank says no (the attempt is kept all the same). */
export type Confirmation = ErrorBody | undefined;

export interface Confirm {
  paymentMethod: Stored<'payment_method'>;
  returnUrl: string | undefined;
  /** Where the bank's page stands. */
  publicUrl: string;
  payPage?: string;
}

export async function confirmPayment(work: Work, intent: PaymentIntentRecord, confirm: Confirm): Promise<Confirmation> {
  mustBe(intent.body, ['requires_payment_method', 'requires_confirmation', 'requires_action'], 'confirmed');
  const redirects = intent.body.automatic_payment_methods?.allow_redirects !== 'never';
  if (redirects && !confirm.returnUrl) {
    throw refused(
      'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.',
      { param: 'return_url' },
    );
  }
  intent.body.payment_method = confirm.paymentMethod.body.id;
  intent.simulated = { returnUrl: confirm.returnUrl, payPage: confirm.payPage };
  if (!cardOf(confirm.paymentMethod).needsAuthentication) return charge(work, intent, confirm.paymentMethod, false);

  intent.body.status = 'requires_action';
  intent.body.last_payment_error = null;
  intent.body.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      url: `${confirm.publicUrl}/3ds/${intent.body.id}?client_secret=${intent.body.client_secret}`,
      return_url: confirm.returnUrl ?? null,
    },
  };
  await save(work.tx, intent);
  await work.tell('payment_intent.requires_action', intent.body);
  return undefined;
}

/** The buyer has answered on the bank's page. */
export async function finishAuthentication(
  work: Work,
  intent: PaymentIntentRecord,
  isApproved: boolean,
): Promise<Confirmation> {
  mustBe(intent.body, ['requires_action'], 'authenticated');
  const paymentMethod = await get(work.tx, 'payment_method', idOf(intent.body.payment_method));
  if (isApproved) return charge(work, intent, paymentMethod, true);
  return fail(work, intent, {
    code: 'payment_intent_authentication_failure',
    doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: paymentMethod.body,
    type: 'invalid_request_error',
  });
}

async function charge(
  work: Work,
  intent: PaymentIntentRecord,
  paymentMethod: Stored<'payment_method'>,
  authenticated: boolean,
): Promise<Confirmation> {
  const { decline } = cardOf(paymentMethod);
  const attempt = await createCharge(work.tx, { intent: intent.body, paymentMethod, authenticated, decline });
  intent.body.latest_charge = attempt.body.id;
  if (decline) {
    await work.tell('charge.failed', attempt.body);
    return fail(work, intent, declineError(decline, attempt.body, paymentMethod.body));
  }

  intent.body.next_action = null;
  intent.body.last_payment_error = null;
  if (intent.body.capture_method === 'manual') {
    intent.body.status = 'requires_capture';
    intent.body.amount_capturable = intent.body.amount;
    await save(work.tx, intent);
    await plan(
      work.tx,
      intent.body.id,
      'hold_expires',
      new Date((attempt.body.payment_method_details?.card?.capture_before ?? 0) * 1000),
    );
    await work.tell('charge.succeeded', attempt.body);
    await work.tell('payment_intent.amount_capturable_updated', intent.body);
    return undefined;
  }
  await collect(work, intent, attempt, intent.body.amount);
  await work.tell('charge.succeeded', attempt.body);
  await work.tell('payment_intent.succeeded', intent.body);
  return undefined;
}

/** The money moves from the buyer's bank to our balance. */
export async function collect(
  work: Work,
  intent: PaymentIntentRecord,
  held: Stored<'charge'>,
  amount: number,
): Promise<void> {
  held.body.captured = true;
  held.body.amount_captured = amount;
  held.body.balance_transaction = await recordMovement(work.tx, {
    type: 'charge',
    source: held.body.id,
    amount,
    currency: held.body.currency,
  });
  intent.body.status = 'succeeded';
  intent.body.amount_received = amount;
  intent.body.amount_capturable = 0;
  await save(work.tx, held);
  await save(work.tx, intent);
}

async function fail(
  work: Work,
  intent: PaymentIntentRecord,
  error: Stripe.PaymentIntent.LastPaymentError,
): Promise<ErrorBody> {
  intent.body.status = 'requires_payment_method';
  intent.body.payment_method = null;
  intent.body.next_action = null;
  intent.body.last_payment_error = error;
  await save(work.tx, intent);
  await work.tell('payment_intent.payment_failed', intent.body);
  return { ...(error as ErrorBody), payment_intent: intent.body };
}

function declineError(
  decline: Decline,
  attempt: Stripe.Charge,
  paymentMethod: Stripe.PaymentMethod,
): Stripe.PaymentIntent.LastPaymentError {
  return {
    advice_code: decline.advice,
    charge: attempt.id,
    code: decline.code,
    decline_code: decline.declineCode,
    doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
    message: decline.message,
    network_decline_code: '05',
    payment_method: paymentMethod,
    type: 'card_error',
  };
}

function cardOf(paymentMethod: Stored<'payment_method'>) {
  return cardByName(paymentMethod.simulated.card ?? 'not_a_test_card');
}

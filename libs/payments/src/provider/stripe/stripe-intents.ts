import type { Money } from '@tiwizi/contracts';
import { isCurrency } from '@tiwizi/money';
import type Stripe from 'stripe';
import type { CardFact, CardIntent, Decline, ProviderRefund } from '../card-provider.js';

/** Stripe's words for a payment, in ours. A word it has not used before means: nothing is settled. */
export function cardIntent(intent: Stripe.PaymentIntent): CardIntent {
  return {
    intentId: intent.id,
    clientSecret: intent.client_secret,
    paymentId: intent.metadata['payment_id'] ?? null,
    amount: amountOf(intent.amount, intent.currency),
    fact: factOf(intent),
  };
}

function factOf(intent: Stripe.PaymentIntent): CardFact {
  switch (intent.status) {
    case 'requires_capture':
      return { status: 'authorized', captureBefore: captureBeforeOf(intent.latest_charge) };
    case 'succeeded':
      return { status: 'captured', amount: intent.amount_received, at: new Date() };
    case 'canceled':
      return { status: 'canceled', isByBank: intent.cancellation_reason === 'automatic' };
    case 'processing':
      return { status: 'processing' };
    default:
      return {
        status: 'requires_action',
        isAuthenticating: intent.status === 'requires_action',
        decline: declineOf(intent.last_payment_error),
      };
  }
}

/** The charge's own limit; there only when the charge was asked for with the intent. */
function captureBeforeOf(charge: Stripe.PaymentIntent['latest_charge']): Date | null {
  const seconds = typeof charge === 'object' ? charge?.payment_method_details?.card?.capture_before : null;
  return seconds ? new Date(seconds * 1000) : null;
}

/** Every try of a card makes a payment method or a charge of its own. */
function declineOf(error: Stripe.PaymentIntent['last_payment_error']): Decline | null {
  if (!error) return null;
  const code = error.decline_code ?? error.code ?? 'unknown';
  return { code, attemptKey: error.charge ?? error.payment_method?.id ?? code };
}

export function providerRefund(refund: Stripe.Refund): ProviderRefund {
  return {
    providerRefundId: refund.id,
    refundId: refund.metadata?.['refund_id'] ?? null,
    intentId: idOf(refund.payment_intent),
    amount: amountOf(refund.amount, refund.currency),
    status: refundStatus(refund.status),
  };
}

function refundStatus(status: Stripe.Refund['status']): ProviderRefund['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

function amountOf(amount: number, code: string): Money {
  const currency = code.toUpperCase();
  if (!isCurrency(currency) || currency === 'JPY') throw new Error(`the provider counts in ${currency}`);
  return { amount, currency };
}

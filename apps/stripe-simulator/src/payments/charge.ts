import type Stripe from 'stripe';
import type { Transaction } from '../persistence/database.js';
import { insert, type Stored } from '../persistence/resources.js';
import { newId, now } from '../wire/ids.js';
import { noBillingDetails } from './payment-method.js';
import type { Decline } from './test-cards.js';

const daysOfHold = 7;

export interface ChargeRequest {
  intent: Stripe.PaymentIntent;
  paymentMethod: Stored<'payment_method'>;
  authenticated: boolean;
  decline?: Decline | undefined;
}

/** What the bank answered to one attempt: the money is held, or refused. */
export async function createCharge(tx: Transaction, request: ChargeRequest): Promise<Stored<'charge'>> {
  const { intent, paymentMethod, decline } = request;
  const body: Stripe.Charge = {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: noBillingDetails(),
    calculated_statement_descriptor: 'SIMULATOR',
    captured: false,
    created: now(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: paymentMethod.body.id,
    payment_method_details: { card: cardDetails(request), type: 'card' },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
  const simulated = { card: paymentMethod.simulated.card };
  await insert(tx, 'charge', body, simulated);
  return { body, simulated };
}

function outcomeOf(decline: Decline | undefined): Stripe.Charge.Outcome {
  if (!decline) {
    return {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    advice_code: decline.advice,
    network_advice_code: null,
    network_decline_code: '05',
    network_status: 'declined_by_network',
    reason: decline.declineCode,
    risk_level: 'normal',
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

function cardDetails({
  intent,
  paymentMethod,
  authenticated,
  decline,
}: ChargeRequest): Stripe.Charge.PaymentMethodDetails.Card {
  const card = paymentMethod.body.card;
  const isHold = intent.capture_method === 'manual' && !decline;
  return {
    amount_authorized: decline ? null : intent.amount,
    authorization_code: decline ? null : '100000',
    brand: card?.brand ?? null,
    ...(isHold ? { capture_before: now() + daysOfHold * 86_400 } : {}),
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}

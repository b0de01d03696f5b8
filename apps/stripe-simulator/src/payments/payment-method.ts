import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { Transaction } from '../persistence/database.js';
import { find, insert, type Stored } from '../persistence/resources.js';
import { invalidParameter, notFound } from '../wire/errors.js';
import type { FormTree } from '../wire/form-encoding.js';
import { newId, now } from '../wire/ids.js';
import { cardByNumber, cardByPaymentMethod, isCardNumber, type CardDetails, type TestCard } from './test-cards.js';

export const noBillingDetails = (): Stripe.PaymentMethod.BillingDetails => ({
  address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
  email: null,
  name: null,
  phone: null,
  tax_id: null,
});

export async function createCard(
  tx: Transaction,
  { number, expMonth, expYear }: CardDetails,
): Promise<Stored<'payment_method'>> {
  const card = cardByNumber(number);
  const body = cardBody(card, expMonth, expYear);
  await insert(tx, 'payment_method', body, { card: card.name });
  return { body, simulated: { card: card.name } };
}

/** A stored card, or one of Stripe's ready-made ones (`pm_card_visa`), which becomes a new card at each use. */
export async function paymentMethodById(tx: Transaction, id: string): Promise<Stored<'payment_method'>> {
  const ready = cardByPaymentMethod(id);
  if (ready) return createCard(tx, { number: ready.number, expMonth: 12, expYear: new Date().getUTCFullYear() + 3 });
  const stored = await find(tx, 'payment_method', id);
  if (!stored) throw notFound('PaymentMethod', id, 'payment_method', 400);
  return stored;
}

/** `payment_method_data[type]=card&payment_method_data[card][number]=…` */
export async function paymentMethodFromData(tx: Transaction, data: FormTree): Promise<Stored<'payment_method'>> {
  if (data['type'] !== 'card') throw invalidParameter('Only cards are simulated.', 'payment_method_data[type]');
  const card = data['card'] as FormTree | undefined;
  const field = (name: string) => (typeof card?.[name] === 'string' ? card[name] : '');
  const number = field('number').replaceAll(' ', '');
  if (!isCardNumber(number))
    throw invalidParameter('Your card number is incorrect.', 'payment_method_data[card][number]', 'incorrect_number');
  return createCard(tx, { number, expMonth: Number(field('exp_month')), expYear: Number(field('exp_year')) });
}

function cardBody(card: TestCard, expMonth: number, expYear: number): Stripe.PaymentMethod {
  const brand = card.brand ?? 'visa';
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: noBillingDetails(),
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: createHash('sha256').update(card.number).digest('hex').slice(0, 16),
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

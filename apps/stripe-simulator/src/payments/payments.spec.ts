import type Stripe from 'stripe';
import type { Simulator } from '../simulator.js';
import { departures, parameterNames } from '../testing/contract.js';
import { control, refusal, sdk, simulate } from '../testing/shop.js';
import { moneyOperations } from './money-operations.js';
import { paymentIntentOperations } from './payment-intent-operations.js';

const returnUrl = 'http://shop.test/return';
const basket = {
  amount: 100_000,
  currency: 'mad',
  automatic_payment_methods: { enabled: true },
  metadata: { order_id: 'o-1', payment_id: 'p-1' },
};

describe('payments', () => {
  let simulator: Simulator;
  let stripe: Stripe;
  beforeAll(async () => {
    simulator = await simulate();
    stripe = sdk(simulator);
  });
  afterAll(() => simulator.close());

  const pay = (card: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({ ...basket, confirm: true, payment_method: card, return_url: returnUrl, ...more });
  const chargeOf = (intent: Stripe.PaymentIntent) => stripe.charges.retrieve(String(intent.latest_charge));

  it('takes a payment whose every answer keeps to the contract', async () => {
    const created = await stripe.paymentIntents.create(basket);
    expect(created).toMatchObject({ status: 'requires_payment_method', metadata: basket.metadata, livemode: false });
    expect(departures('PaymentIntent', created)).toEqual([]);

    const paid = await stripe.paymentIntents.confirm(created.id, {
      payment_method: 'pm_card_visa',
      return_url: returnUrl,
      expand: ['latest_charge.balance_transaction'],
    });
    expect(paid).toMatchObject({ id: created.id, status: 'succeeded', amount_received: 100_000 });
    const charge = paid.latest_charge as Stripe.Charge;
    const money = charge.balance_transaction as Stripe.BalanceTransaction;
    expect(money).toMatchObject({ amount: 100_000, fee: 1_700, net: 98_300, source: charge.id });
    expect(departures('BalanceTransaction', money)).toEqual([]);
    expect(departures('Charge', await stripe.charges.retrieve(charge.id))).toEqual([]);
    expect(departures('PaymentMethod', await stripe.paymentMethods.retrieve(String(paid.payment_method)))).toEqual([]);
    expect(departures('Balance', await stripe.balance.retrieve())).toEqual([]);
  });

  it('holds money, captures a part of it and releases the rest without moving money', async () => {
    const held = await pay('pm_card_visa', { capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 100_000, amount_received: 0 });
    const weekFromNow = Date.now() / 1000 + 7 * 86_400;
    const before = (await chargeOf(held)).payment_method_details?.card?.capture_before ?? 0;
    expect(Math.abs(before - weekFromNow)).toBeLessThan(60);

    expect(await refusal(stripe.paymentIntents.capture(held.id, { amount_to_capture: 100_001 }))).toMatchObject({
      code: 'amount_too_large',
    });
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 63_000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 63_000, amount_capturable: 0 });
    expect(await chargeOf(held)).toMatchObject({ amount_captured: 63_000, amount_refunded: 37_000, captured: true });
    const released = await stripe.refunds.list({ payment_intent: held.id });
    expect(released.data).toMatchObject([{ amount: 37_000, balance_transaction: null }]);
    const moved = await stripe.balanceTransactions.list({ source: String(held.latest_charge) });
    expect(moved.data).toMatchObject([{ amount: 63_000 }]);
    expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
      statusCode: 400,
    });
  });

  it('cancels a hold, lets one run out, and never cancels a payment that succeeded', async () => {
    const held = await pay('pm_card_visa', { capture_method: 'manual' });
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'requested_by_customer' });
    expect(canceled).toMatchObject({
      status: 'canceled',
      amount_capturable: 0,
      cancellation_reason: 'requested_by_customer',
    });
    expect(await chargeOf(held)).toMatchObject({ captured: false, refunded: true });

    const forgotten = await pay('pm_card_visa', { capture_method: 'manual' });
    expect(await control(simulator, `payment_intents/${forgotten.id}/expire`)).toBe(204);
    expect(await stripe.paymentIntents.retrieve(forgotten.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
    });

    const paid = await pay('pm_card_visa');
    expect(await refusal(stripe.paymentIntents.cancel(paid.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
  ])('declines %s, keeps the attempt and lets the buyer try again', async (card, code, declineCode) => {
    const intent = await stripe.paymentIntents.create(basket);
    const declined = await refusal(
      stripe.paymentIntents.confirm(intent.id, { payment_method: card, return_url: returnUrl }),
    );
    expect(declined).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode });

    const after = await stripe.paymentIntents.retrieve(intent.id);
    expect(after).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code, decline_code: declineCode },
    });
    expect(departures('PaymentIntent', after)).toEqual([]);
    expect(await chargeOf(after)).toMatchObject({ status: 'failed', paid: false });
    const retried = await stripe.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      return_url: returnUrl,
    });
    expect(retried).toMatchObject({ status: 'succeeded', last_payment_error: null });
  });

  it('asks for 3-D Secure through a page of the bank', async () => {
    const intent = await pay('pm_card_authenticationRequired');
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl } },
    });
    expect(departures('PaymentIntent', intent)).toEqual([]);
    const answer = await fetch(`${simulator.url}/3ds/${intent.id}`, {
      method: 'POST',
      body: new URLSearchParams({ client_secret: String(intent.client_secret), decision: 'refuse' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toContain('redirect_status=failed');
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  it('refunds in parts, never more than was captured, not even twice at once', async () => {
    const paid = await pay('pm_card_visa');
    const first = await stripe.refunds.create({
      payment_intent: paid.id,
      amount: 30_000,
      metadata: { refund_id: 'r-1' },
    });
    expect(first).toMatchObject({ status: 'succeeded', amount: 30_000, metadata: { refund_id: 'r-1' } });
    expect(departures('Refund', first)).toEqual([]);

    const both = await Promise.allSettled(
      [1, 2].map(() => stripe.refunds.create({ payment_intent: paid.id, amount: 50_000 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(stripe.refunds.create({ payment_intent: paid.id, amount: 20_001 }))).toMatchObject({
      param: 'amount',
      statusCode: 400,
    });
    await stripe.refunds.create({ charge: String(paid.latest_charge) });
    expect(await chargeOf(paid)).toMatchObject({ amount_refunded: 100_000, refunded: true });
    expect(await refusal(stripe.refunds.create({ payment_intent: paid.id }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    expect((await stripe.refunds.list({ payment_intent: paid.id })).data).toHaveLength(3);
  });

  it('returns a refund that the bank refuses days later', async () => {
    const paid = await pay('pm_card_refundFail');
    const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 10_000 });
    expect(await control(simulator, `refunds/${refund.id}/settle`)).toBe(204);
    const failed = await stripe.refunds.retrieve(refund.id);
    expect(failed).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    expect(departures('Refund', failed)).toEqual([]);
    expect(await chargeOf(paid)).toMatchObject({ amount_refunded: 0 });
  });

  it('lists by time of creation, newest first, page by page', async () => {
    const since = Math.floor(Date.now() / 1000);
    const made: string[] = [];
    for (const amount of [1_000, 2_000, 3_000])
      made.unshift((await stripe.paymentIntents.create({ ...basket, amount })).id);
    const page = await stripe.paymentIntents.list({ created: { gte: since }, limit: 2 });
    expect(page).toMatchObject({ object: 'list', has_more: true, url: '/v1/payment_intents' });
    expect(page.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const next = await stripe.paymentIntents.list({ created: { gte: since }, limit: 1, starting_after: made[1] });
    expect(next.data.map(({ id }) => id)).toEqual(made.slice(2));
    expect((await stripe.paymentIntents.list({ created: { lt: 1 } })).data).toEqual([]);
  });

  it('accepts only parameters that the contract knows', () => {
    const contractOf: Record<string, string> = {
      'payment_intents.create': 'PaymentIntentCreateParams',
      'payment_intents.update': 'PaymentIntentUpdateParams',
      'payment_intents.capture': 'PaymentIntentCaptureParams',
      'payment_intents.cancel': 'PaymentIntentCancelParams',
      'refunds.create': 'RefundCreateParams',
    };
    const unknown = [...paymentIntentOperations, ...moneyOperations].flatMap(({ name, accepts }) => {
      const contract = contractOf[name];
      return contract ? accepts.filter((parameter) => !parameterNames(contract).includes(parameter)) : [];
    });
    expect(unknown).toEqual([]);
  });
});

import { get, save } from '../persistence/resources.js';
import { refused } from '../wire/errors.js';
import { now } from '../wire/ids.js';
import type { Work } from '../webhooks/events.js';
import { collect } from './confirm-payment.js';
import { settle } from './due-changes.js';
import { idOf, mustBe, type PaymentIntentRecord } from './payment-intent.js';
import { releaseHold } from './refund-payment.js';

/** Takes the whole hold or a part of it; what is not taken goes back to the buyer at once. */
export async function capturePayment(
  work: Work,
  intent: PaymentIntentRecord,
  asked: number | undefined,
): Promise<void> {
  mustBe(intent.body, ['requires_capture'], 'captured');
  const held = await get(work.tx, 'charge', idOf(intent.body.latest_charge));
  const amount = asked ?? intent.body.amount_capturable;
  if (amount > intent.body.amount_capturable) {
    throw refused(
      `The amount_to_capture (${amount}) is greater than the amount that can be captured (${intent.body.amount_capturable}).`,
      {
        code: 'amount_too_large',
        param: 'amount_to_capture',
      },
    );
  }
  if ((held.body.payment_method_details?.card?.capture_before ?? 0) < now()) {
    throw refused('The authorization for this charge has expired.', {
      code: 'charge_expired_for_capture',
      payment_intent: intent.body,
    });
  }
  await settle(work.tx, intent.body.id);
  await collect(work, intent, held, amount);
  await work.tell('charge.captured', held.body);
  await work.tell('payment_intent.succeeded', intent.body);
  if (amount < held.body.amount) await releaseHold(work, held, held.body.amount - amount);
}

export type CancellationReason = 'abandoned' | 'automatic' | 'duplicate' | 'fraudulent' | 'requested_by_customer';

/** Ends the payment; a hold is released without ever touching our balance. */
export async function cancelPayment(
  work: Work,
  intent: PaymentIntentRecord,
  reason: CancellationReason | null,
): Promise<void> {
  mustBe(
    intent.body,
    ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action', 'processing'],
    'canceled',
  );
  if (intent.body.status === 'requires_capture') {
    const held = await get(work.tx, 'charge', idOf(intent.body.latest_charge));
    await settle(work.tx, intent.body.id);
    await releaseHold(work, held, held.body.amount);
    if (reason === 'automatic') await work.tell('charge.expired', held.body);
  }
  intent.body.status = 'canceled';
  intent.body.canceled_at = now();
  intent.body.cancellation_reason = reason;
  intent.body.amount_capturable = 0;
  intent.body.next_action = null;
  await save(work.tx, intent);
  await work.tell('payment_intent.canceled', intent.body);
}

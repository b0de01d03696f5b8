import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import type { ProviderMessage } from '../card-provider.js';

const toleranceSeconds = 300;

/**
 * Who really sent these bytes: one of our secrets (two while they are changed) signed them, at most five minutes ago
 * and not in the future. Null otherwise.
 */
export function signedMessage(
  stripe: Stripe,
  body: Buffer,
  signature: string | undefined,
  secrets: readonly string[],
): Stripe.Event | null {
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature ?? '')?.[1]);
  if (!signature || !(signedAt <= Date.now() / 1000 + toleranceSeconds)) return null;
  for (const secret of secrets) {
    try {
      return stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError))
        throw error;
    }
  }
  return null;
}

interface MessageObject {
  id?: unknown;
  object?: unknown;
  payment_intent?: unknown;
  metadata?: { payment_id?: unknown } | null;
}

/** What a message is about. It is not believed beyond that: the object is read back. */
export function providerMessage(event: Stripe.Event, body: Buffer): ProviderMessage {
  const object = event.data.object as MessageObject;
  const isOf = (kind: string) => object.object === kind;
  return {
    eventId: event.id,
    type: event.type,
    paymentId: text(object.metadata?.payment_id),
    intentId: isOf('payment_intent') ? text(object.id) : text(object.payment_intent),
    providerRefundId: isOf('refund') ? text(object.id) : null,
    contentHash: createHash('sha256')
      .update(JSON.stringify(sorted([event.id, event.type, event.created, event.data])))
      .digest(),
    body,
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The same content has the same text, in whatever order its properties were sent. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}

import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id } from '../shared/values.js';

/** A signed message of the provider lies in the inbox; what it says is read back from the provider. */
export const ProviderEventReceivedV1 = event(
  'payments.provider-event-received.v1',
  'slow',
  z.strictObject({ inboxId: Id, paymentId: Id.nullable() }),
);
/** Something must be asked of the provider now: it is asked with a key of its own, so once. */
export const ProviderActionDueV1 = event(
  'payments.provider-action-due.v1',
  'slow',
  z.strictObject({ paymentId: Id, action: z.enum(['read', 'capture', 'void', 'refund']), refundId: Id.nullable() }),
);
export const PaymentSettledV1 = event(
  'payments.payment-settled.v1',
  'slow',
  z.strictObject({
    paymentId: Id,
    orderId: Id,
    outcome: z.enum(['captured', 'declined', 'voided', 'refunded']),
    declineCode: z.string().nullable(),
  }),
);

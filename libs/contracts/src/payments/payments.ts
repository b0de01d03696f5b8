import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { PaymentState } from '../orders/orders.js';
import { IdParams, LocaleQuery, Money, NoContent } from '../shared/values.js';

const byNumber = z.strictObject({ number: z.string().max(40) });
export const PayOrder = endpoint({
  id: 'payments/pay',
  method: 'POST',
  path: '/orders/:number/payment',
  access: 'public',
  isIdempotent: true,
  summary: 'Start or retry the payment of a placed order, maybe by another method. 503 `payment_unavailable`.',
  params: byNumber,
  query: z.strictObject({ ...LocaleQuery, token: z.string().max(200).optional() }),
  body: z.strictObject({ method: z.enum(['card', 'cash-on-delivery']).optional() }),
  response: PaymentState,
});
export const RefreshPayment = endpoint({
  id: 'payments/refresh',
  method: 'POST',
  path: '/orders/:number/payment/refresh',
  access: 'public',
  summary: 'The buyer came back from the payment page: the server reads the provider and applies what it says.',
  params: byNumber,
  query: z.strictObject({ ...LocaleQuery, token: z.string().max(200).optional() }),
  response: PaymentState,
});
export const MatchTransfer = endpoint({
  id: 'payments/match-transfer',
  method: 'POST',
  path: '/admin/payments/:id/transfer',
  access: 'payments:match',
  isIdempotent: true,
  summary: "A bank transfer with this order's reference arrived in full.",
  params: IdParams,
  body: z.strictObject({ amount: Money, bankReference: z.string().trim().min(1).max(100) }),
  response: NoContent,
});
/** Signed events of the card provider (raw body). 400 without a valid signature. */
export const StripeWebhook = endpoint({
  id: 'payments/stripe-webhook',
  method: 'POST',
  path: '/webhooks/stripe',
  access: 'public',
  summary: 'Signed events of the card provider.',
  response: z.object({ received: z.literal(true) }),
});

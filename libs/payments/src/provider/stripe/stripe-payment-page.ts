import { ProviderFailure, type PageVisit } from '../card-provider.js';

/**
 * Where the buyer enters the card. The simulator shows a page of its own. Stripe itself has none for a payment intent:
 * there the shop mounts Stripe's Payment Element with the client secret, or opens a Checkout Session instead of an
 * intent. This file is the only place that differs between the two.
 */
export function paymentPageAddress(
  stripeApiBase: string | null,
  { intentId, clientSecret }: { intentId: string; clientSecret: string },
  { returnUrl, locale }: PageVisit,
): string {
  if (!stripeApiBase) throw new ProviderFailure('unreachable', 'no-card-page');
  const fields = new URLSearchParams({ client_secret: clientSecret, return_url: returnUrl, locale });
  return `${stripeApiBase.replace(/\/$/, '')}/pay/${encodeURIComponent(intentId)}?${fields}`;
}

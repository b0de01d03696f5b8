import Stripe from 'stripe';
import { ProviderFailure } from '../card-provider.js';

/** The connection was refused or never made: Stripe heard nothing. */
const neverHeard = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof Stripe.errors.StripeError)) {
    return new ProviderFailure('no-answer', error instanceof Error ? error.message : String(error), { cause: error });
  }
  const reason = error.code ?? error.type;
  const failure = (outcome: ProviderFailure['outcome']) => new ProviderFailure(outcome, reason, { cause: error });
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return failure(neverHeard.has(codeOf(error.detail)) ? 'unreachable' : 'no-answer');
  }
  const status = error.statusCode ?? 0;
  if (status === 429 || status === 409) return failure('busy');
  if (status >= 500) return failure('server-error');
  return failure('refused');
}

function codeOf(detail: unknown): string {
  return typeof detail === 'object' && detail !== null && 'code' in detail ? String(detail.code) : '';
}

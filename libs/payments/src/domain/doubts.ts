import type { ProviderFailure } from '../provider/card-provider.js';

/** Why a payment is unknown: it decides what may be done once nothing was found. */
export const doubts = {
  noAnswer: 'provider-no-answer',
  serverError: 'provider-server-error',
  of: ({ outcome }: ProviderFailure): string => (outcome === 'server-error' ? doubts.serverError : doubts.noAnswer),
};

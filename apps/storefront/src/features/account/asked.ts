import type { Refusal } from '../../server/refusal.server.js';

/** What the sign-in form asks, as it is answered when nothing is wrong and nothing was sent yet. */
export interface Asked {
  readonly step: 'identifier' | 'code' | 'register';
  readonly identifier: string;
  readonly name: string;
  /** When the last code was sent, in milliseconds; it travels with the form. */
  readonly sentAt: number;
  /** Until another one is offered. The API keeps a slower count of its own. */
  readonly pauseSeconds: number;
  readonly refusal: Refusal | null;
}

export const longestPause = 30;
const stepOf: Record<string, Asked['step']> = { register: 'register', 'sign-in': 'code', resend: 'code' };

export function askedBy(form: FormData, now = Date.now()): Asked {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const sentAt = Number(form.get('sentAt')) || 0;
  const left = Math.ceil(longestPause - (now - sentAt) / 1000);
  return {
    step: stepOf[text('intent')] ?? 'identifier',
    identifier: text('identifier'),
    name: text('name'),
    sentAt,
    pauseSeconds: Math.min(longestPause, Math.max(0, left)),
    refusal: null,
  };
}

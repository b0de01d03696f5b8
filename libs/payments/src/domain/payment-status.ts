import type { paymentStatuses } from '@tiwizi/contracts';

export type PaymentStatus = (typeof paymentStatuses)[number];
export type PaymentMethod = 'card' | 'cash-on-delivery' | 'bank-transfer';

type Arrows = Partial<Record<PaymentStatus, readonly PaymentStatus[]>>;

/** A refund may fail days after it succeeded (F31): the payment then takes back the state it had. */
const afterCapture: Arrows = {
  captured: ['partially_refunded', 'refunded', 'orphaned', 'disputed'],
  partially_refunded: ['refunded', 'disputed', 'captured'],
  refunded: ['partially_refunded', 'captured'],
  orphaned: ['refunded'],
  disputed: ['dispute_won', 'dispute_lost'],
};

/** S1: cash is collected, a transfer matched, or neither ever comes. */
const withoutProvider: Arrows = { created: ['captured', 'canceled', 'expired'], ...afterCapture };

/** S1: a card. What was asked and not answered is `unknown` until it has been read back. */
const withProvider: Arrows = {
  created: ['requires_action', 'processing', 'failed', 'canceled', 'expired', 'unknown'],
  requires_action: ['authorized', 'failed', 'canceled', 'expired', 'unknown'],
  processing: ['captured', 'failed', 'unknown'],
  authorized: ['captured', 'voided', 'expired', 'unknown'],
  unknown: [
    'created',
    'requires_action',
    'processing',
    'authorized',
    'captured',
    'failed',
    'canceled',
    'expired',
    'voided',
  ],
  ...afterCapture,
  // Given up here, and taken at the provider all the same: the money is real, and goes back.
  failed: ['orphaned'],
  canceled: ['orphaned'],
  expired: ['orphaned'],
  voided: ['orphaned'],
};

export const arrowsOf = (method: PaymentMethod): Arrows => (method === 'card' ? withProvider : withoutProvider);

export const mayBecome = (method: PaymentMethod, from: PaymentStatus, to: PaymentStatus): boolean =>
  arrowsOf(method)[from]?.includes(to) ?? false;

/** Nothing more is expected of these; a card in them is neither asked for nor read. */
const ended: readonly PaymentStatus[] = ['failed', 'canceled', 'expired', 'voided'];
export const isEnded = (status: PaymentStatus): boolean => ended.includes(status);

const open: readonly PaymentStatus[] = ['created', 'requires_action', 'processing', 'authorized', 'unknown'];
export const isOpen = (status: PaymentStatus): boolean => open.includes(status);

/** Facts win by rank, not by arrival: what is behind the present state was true once and changes nothing. */
const ranks: Partial<Record<PaymentStatus, number>> = {
  created: 0,
  requires_action: 1,
  processing: 1,
  authorized: 2,
  captured: 3,
};
export const isAhead = (fact: PaymentStatus, present: PaymentStatus): boolean =>
  present === 'unknown' || (ranks[fact] ?? -1) > (ranks[present] ?? Number.POSITIVE_INFINITY);

/** The arrows from one state to another, in as few steps as there are; only states before the money lie between. */
export function stepsTo(method: PaymentMethod, from: PaymentStatus, to: PaymentStatus): PaymentStatus[] | null {
  const paths: PaymentStatus[][] = [[from]];
  const seen = new Set<PaymentStatus>([from]);
  for (const path of paths) {
    for (const next of arrowsOf(method)[path.at(-1)!] ?? []) {
      if (next === to) return [...path.slice(1), next];
      if (next === 'unknown' || !isOpen(next) || seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return null;
}

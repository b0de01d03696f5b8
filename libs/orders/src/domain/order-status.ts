import type { orderStatuses } from '@tiwizi/contracts';
import { InvalidTransition } from './order-errors.js';
import type { SubOrderStatus } from './sub-order-status.js';

export type OrderStatus = (typeof orderStatuses)[number];

/** S2. `placed` waits for the payment, the transfer or the phone; after `confirmed` the parcels decide. */
export const nextOrderStatuses: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  draft: ['placed'],
  placed: ['confirmed', 'expired', 'canceled'],
  confirmed: ['in_progress', 'canceled'],
  in_progress: ['delivered', 'canceled'],
  delivered: ['completed'],
  completed: [],
  expired: [],
  canceled: [],
};

/**
 * §4, F04: a payment that arrives after its order expired still confirms it when the goods remain. Nobody else takes
 * this arrow.
 */
export const assertLateArrow = (from: OrderStatus): void => {
  if (from !== 'expired') assertOrderArrow(from, 'confirmed');
};

export function assertOrderArrow(from: OrderStatus, to: OrderStatus): void {
  if (!nextOrderStatuses[from].includes(to)) throw new InvalidTransition('order', from, to);
}

/** Parcels that reach nobody: an order of nothing else is canceled. */
export const fruitless: ReadonlySet<SubOrderStatus> = new Set([
  'rejected',
  'auto_rejected',
  'canceled',
  'undeliverable',
  'returned',
]);
const received: ReadonlySet<SubOrderStatus> = new Set([
  'delivered',
  'completed',
  'return_requested',
  'return_approved',
  'return_rejected',
]);
const over: ReadonlySet<SubOrderStatus> = new Set(['completed', 'return_rejected']);
const main = ['confirmed', 'in_progress', 'delivered', 'completed'] as const;

/** The arrows a confirmed order takes, given how its parcels stand; none when it stays where it is. */
export function arrowsOf(status: OrderStatus, parcels: readonly SubOrderStatus[]): OrderStatus[] {
  const start = main.findIndex((step) => step === status);
  if (start < 0) return [];
  const alive = parcels.filter((parcel) => !fruitless.has(parcel));
  if (alive.length === 0) {
    if (status === 'delivered') return ['completed'];
    return nextOrderStatuses[status].includes('canceled') ? ['canceled'] : [];
  }
  return main.slice(start + 1, main.indexOf(standing(parcels, alive)) + 1);
}

function standing(parcels: readonly SubOrderStatus[], alive: readonly SubOrderStatus[]): (typeof main)[number] {
  if (alive.every((parcel) => over.has(parcel))) return 'completed';
  if (alive.every((parcel) => received.has(parcel))) return 'delivered';
  return alive.some((parcel) => parcel !== 'pending') || parcels.includes('undeliverable')
    ? 'in_progress'
    : 'confirmed';
}

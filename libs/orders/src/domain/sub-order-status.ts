import type { subOrderStatuses } from '@tiwizi/contracts';
import { InvalidTransition } from './order-errors.js';

export type SubOrderStatus = (typeof subOrderStatuses)[number];

/** S3: every arrow a parcel may take. */
export const nextSubOrderStatuses: Readonly<Record<SubOrderStatus, readonly SubOrderStatus[]>> = {
  pending: ['accepted', 'rejected', 'auto_rejected'],
  accepted: ['preparing', 'canceled'],
  preparing: ['ready', 'canceled'],
  ready: ['shipped', 'canceled'],
  shipped: ['delivered', 'refused', 'undeliverable'],
  delivered: ['completed', 'return_requested'],
  refused: ['returning'],
  undeliverable: ['returning'],
  returning: ['returned'],
  return_requested: ['return_approved', 'return_rejected'],
  return_approved: ['returned'],
  completed: [],
  rejected: [],
  auto_rejected: [],
  canceled: [],
  returned: [],
  return_rejected: [],
};

export function assertSubOrderArrow(from: SubOrderStatus, to: SubOrderStatus): void {
  if (!nextSubOrderStatuses[from].includes(to)) throw new InvalidTransition('sub-order', from, to);
}

/** The arrows from one status to another along the way a parcel is made: packing and handing over is one gesture. */
const making = ['accepted', 'preparing', 'ready', 'shipped'] as const;

export function stepsTo(from: SubOrderStatus, to: 'ready' | 'shipped'): readonly SubOrderStatus[] {
  const start = making.findIndex((step) => step === from);
  const steps = start < 0 ? [] : making.slice(start + 1, making.indexOf(to) + 1);
  if (steps.length === 0) throw new InvalidTransition('sub-order', from, to);
  return steps;
}

/** Until a parcel is on the road its order can be canceled; one nobody has accepted goes with its order (S2). */
export const isCancelable = (status: SubOrderStatus): boolean =>
  status === 'pending' || nextSubOrderStatuses[status].includes('canceled');

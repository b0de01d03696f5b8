import type { SellerOrder } from '@tiwizi/contracts';

/** FUL-1: one gesture at a time. What may follow is decided by the API; this is what the page offers. */
export type NextAct = 'accept' | 'ready' | 'hand-over';

const next: Partial<Record<SellerOrder['status'], NextAct>> = {
  pending: 'accept',
  accepted: 'ready',
  preparing: 'ready',
  ready: 'hand-over',
};
export const nextAct = (status: SellerOrder['status']): NextAct | undefined => next[status];

/** Until the parcel has left, the cooperative may still say that it cannot. */
export const mayReject = (status: SellerOrder['status']): boolean => status in next;

export const rejectReasons = ['no-stock', 'damaged', 'cannot-ship', 'other'] as const;
export type RejectReason = (typeof rejectReasons)[number];

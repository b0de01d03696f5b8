import type { SellerOrder } from '@tiwizi/contracts';

/** FUL-1: one gesture at a time. What may follow is decided by the API; this is what the page offers. */
export type NextAct = 'accept' | 'ready' | 'hand-over';
/** What the page calls it: for a service the day is arranged, and nothing is packed or handed over. */
export type NextStepName = NextAct | 'arrange';

const next: Partial<Record<SellerOrder['status'], NextAct>> = {
  pending: 'accept',
  accepted: 'ready',
  preparing: 'ready',
  ready: 'hand-over',
};
export function nextAct({ status, isOnSite }: Pick<SellerOrder, 'status' | 'isOnSite'>): NextAct | undefined {
  const act = next[status];
  return isOnSite && act === 'ready' ? 'hand-over' : act;
}

export const nameOfAct = (act: NextAct, { isOnSite }: Pick<SellerOrder, 'isOnSite'>): NextStepName =>
  isOnSite && act === 'hand-over' ? 'arrange' : act;

/** Until the parcel has left, the cooperative may still say that it cannot. */
export const mayReject = (status: SellerOrder['status']): boolean => status in next;

export const rejectReasons = ['no-stock', 'damaged', 'cannot-ship', 'other'] as const;
export type RejectReason = (typeof rejectReasons)[number];

import type { subOrderStatuses } from '@tiwizi/contracts';

type SubOrderStatus = (typeof subOrderStatuses)[number];

export interface OrderShare {
  subOrderId: string;
  subOrderNumber: string;
  cooperativeId: string;
  totalAmount: number;
  status: SubOrderStatus;
}

const ended: readonly SubOrderStatus[] = [
  'rejected',
  'auto_rejected',
  'canceled',
  'refused',
  'undeliverable',
  'returning',
  'returned',
];
/** Refused at the door, and on the way back; what is lost or damaged (`undeliverable`) never comes back. */
const onTheRoad: readonly SubOrderStatus[] = ['refused', 'returning'];
const delivered: readonly SubOrderStatus[] = [
  'delivered',
  'completed',
  'return_requested',
  'return_approved',
  'return_rejected',
];

/** Will not reach the buyer: its money is not taken. */
const isOver = ({ status }: Pick<OrderShare, 'status'>): boolean => ended.includes(status);
/** Nobody has the goods, or they are back: money that was taken for them is given back. */
export const isGivenUp = (share: Pick<OrderShare, 'status'>): boolean =>
  isOver(share) && !onTheRoad.includes(share.status);
export const isDelivered = ({ status }: Pick<OrderShare, 'status'>): boolean => delivered.includes(status);

export type CapturePlan = { do: 'wait' } | { do: 'void' } | { do: 'capture'; shares: OrderShare[] };

const hour = 3_600_000;
const acceptanceHours = 24;
const marginHours = 12;

/**
 * A hold is captured when every cooperative has answered, or after 24 hours for what was accepted; twelve hours before
 * the bank lets it go it is captured or given up.
 */
export function planCapture(
  shares: readonly OrderShare[],
  { authorizedAt, captureBefore, now }: { authorizedAt: Date; captureBefore: Date | null; now: Date },
): CapturePlan {
  const accepted = shares.filter((share) => !isOver(share) && share.status !== 'pending');
  const isAnswered = shares.every(({ status }) => status !== 'pending');
  const isLate = now.getTime() >= authorizedAt.getTime() + acceptanceHours * hour;
  const isLastCall = captureBefore !== null && now.getTime() >= captureBefore.getTime() - marginHours * hour;
  if (accepted.length && (isAnswered || isLate || isLastCall)) return { do: 'capture', shares: accepted };
  if (!accepted.length && (isAnswered || isLastCall)) return { do: 'void' };
  return { do: 'wait' };
}

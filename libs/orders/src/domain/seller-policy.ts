import type { SubOrderStatus } from './sub-order-status.js';

/** From acceptance until the parcel is over; a canceled or rejected one needs no address. */
const needsAddress: ReadonlySet<SubOrderStatus> = new Set([
  'accepted',
  'preparing',
  'ready',
  'shipped',
  'delivered',
  'completed',
  'refused',
  'undeliverable',
  'returning',
  'return_requested',
  'return_approved',
  'return_rejected',
]);
const daysAfterDelivery = 30;

/** Where a buyer lives is shown from acceptance on, and no longer than 30 days after delivery. */
export function isAddressShown(
  { status, deliveredAt }: { status: SubOrderStatus; deliveredAt: string | null },
  now: Date,
): boolean {
  if (!needsAddress.has(status)) return false;
  return deliveredAt === null || now.getTime() < new Date(deliveredAt).getTime() + daysAfterDelivery * 86_400_000;
}

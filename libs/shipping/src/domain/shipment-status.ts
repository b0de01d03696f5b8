import type { shipmentStatuses } from '@tiwizi/contracts';

export type ShipmentStatus = (typeof shipmentStatuses)[number];

export const mostAttempts = 3;

/** S4: every arrow a parcel may take, and no other. */
export const nextStatuses: Record<ShipmentStatus, readonly ShipmentStatus[]> = {
  created: ['handed_over'],
  handed_over: ['in_transit', 'lost', 'damaged'],
  in_transit: ['out_for_delivery', 'lost', 'damaged'],
  out_for_delivery: ['delivered', 'attempt_failed', 'lost', 'damaged'],
  attempt_failed: ['out_for_delivery', 'returning', 'lost', 'damaged'],
  returning: ['returned', 'lost', 'damaged'],
  delivered: [],
  returned: [],
  lost: [],
  damaged: [],
};

export const isFinal = (status: ShipmentStatus): boolean => nextStatuses[status].length === 0;

/** Where a parcel may go from here; after the third failed attempt it only goes back. */
export function statusesAfter(status: ShipmentStatus, failedAttempts: number): readonly ShipmentStatus[] {
  const next = nextStatuses[status];
  if (status === 'attempt_failed' && failedAttempts >= mostAttempts) {
    return next.filter((candidate) => candidate !== 'out_for_delivery');
  }
  return next;
}

const mainRoad: readonly ShipmentStatus[] = ['created', 'handed_over', 'in_transit', 'out_for_delivery', 'delivered'];

/**
 * Carriers leave steps out: the arrows from `from` that lead to `to` along the main road, `to` included.
 * Nothing when `to` lies behind, or off the road and not next.
 */
export function stepsTo(from: ShipmentStatus, to: ShipmentStatus, failedAttempts: number): readonly ShipmentStatus[] {
  if (statusesAfter(from, failedAttempts).includes(to)) return [to];
  const start = mainRoad.indexOf(from);
  const end = mainRoad.indexOf(to === 'attempt_failed' ? 'out_for_delivery' : to);
  if (start < 0 || end <= start) return [];
  const steps = mainRoad.slice(start + 1, end + 1);
  return to === 'attempt_failed' ? [...steps, to] : steps;
}

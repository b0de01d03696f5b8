import { shipmentStatuses } from '@tiwizi/contracts';
import { Shipment } from './shipment.js';
import { CashDiffers, ShipmentMovedOn } from './shipment-errors.js';
import { isFinal, nextStatuses, statusesAfter, stepsTo, type ShipmentStatus } from './shipment-status.js';

const arrows: Record<ShipmentStatus, ShipmentStatus[]> = {
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
const now = new Date('2026-11-25T10:00:00Z');
const cash = { amount: 15_000, currency: 'MAD' } as const;

function shipment(status: ShipmentStatus, own: Partial<Shipment> = {}): Shipment {
  const parcel = Shipment.handOver(
    {
      id: 'a',
      subOrderId: 'b',
      subOrderNumber: 'TZ-00000000-1',
      cooperativeId: 'c',
      cooperativeName: 'Tifawin',
      city: 'Tata',
      courierId: 'amana',
      trackingNumber: 'TZ123456785MA',
      cashToCollect: null,
    },
    now,
  );
  return Object.assign(parcel, { status }, own);
}

describe('S4: the arrows of a shipment', () => {
  it.each(shipmentStatuses)('from %s lead exactly where the rules say', (from) => {
    expect(nextStatuses[from]).toEqual(arrows[from]);
    for (const to of shipmentStatuses) {
      const move = () => shipment(from).moveTo(to, null, now);
      if (arrows[from].includes(to)) expect(move).not.toThrow();
      else expect(move).toThrow(ShipmentMovedOn);
    }
  });

  it('allow three attempts and then only the way back', () => {
    const parcel = shipment('out_for_delivery');
    for (const attempt of [1, 2, 3]) {
      parcel.moveTo('attempt_failed', null, now);
      expect(parcel.failedAttempts).toBe(attempt);
      if (attempt < 3) parcel.moveTo('out_for_delivery', null, now);
    }
    expect(() => parcel.moveTo('out_for_delivery', null, now)).toThrow(ShipmentMovedOn);
    expect(statusesAfter('attempt_failed', 3)).toEqual(['returning', 'lost', 'damaged']);
    parcel.moveTo('returning', null, now);
    parcel.moveTo('returned', null, now);
    expect(isFinal(parcel.status)).toBe(true);
  });

  it('fill in the steps a carrier left out, forwards only', () => {
    expect(stepsTo('handed_over', 'delivered', 0)).toEqual(['in_transit', 'out_for_delivery', 'delivered']);
    expect(stepsTo('handed_over', 'attempt_failed', 0)).toEqual(['in_transit', 'out_for_delivery', 'attempt_failed']);
    expect(stepsTo('in_transit', 'lost', 0)).toEqual(['lost']);
    expect(stepsTo('delivered', 'in_transit', 0)).toEqual([]);
    expect(stepsTo('out_for_delivery', 'in_transit', 0)).toEqual([]);
    expect(stepsTo('out_for_delivery', 'returned', 0)).toEqual([]);
    expect(stepsTo('attempt_failed', 'out_for_delivery', 3)).toEqual([]);
  });
});

describe('the cash of a parcel', () => {
  const due = () => shipment('out_for_delivery', { cashToCollectAmount: cash.amount });

  it('is collected to the centime when it is delivered', () => {
    const parcel = due();
    parcel.moveTo('delivered', cash, now);
    expect(parcel.cashCollected).toEqual(cash);
  });

  it.each([null, { ...cash, amount: 14_999 }, { ...cash, amount: 15_001 }, { ...cash, currency: 'EUR' as const }])(
    'F37, F38: is not what was due: %j',
    (collected) => {
      const parcel = due();
      expect(() => parcel.moveTo('delivered', collected, now)).toThrow(CashDiffers);
      expect(parcel.status).toBe('out_for_delivery');
    },
  );

  it('comes from no paid parcel, and from no step but the delivery', () => {
    expect(() => shipment('out_for_delivery').moveTo('delivered', cash, now)).toThrow(CashDiffers);
    expect(() => due().moveTo('attempt_failed', cash, now)).toThrow(CashDiffers);
    const paid = shipment('out_for_delivery');
    paid.moveTo('delivered', { ...cash, amount: 0 }, now);
    expect(paid.cashCollected).toBeNull();
  });
});

import { holidays, provinceZones, rates } from '../persistence/rates.js';
import { deliveryDay, isWorkingDay } from './delivery-days.js';

const free = new Set(holidays.map(({ day }) => day));

describe('the day a parcel arrives', () => {
  it.each([
    ['2026-11-25T09:00:00Z', 1, '2026-11-26', 'a Wednesday morning: tomorrow'],
    ['2026-11-25T14:00:00Z', 1, '2026-11-27', 'after two o’clock in Morocco: a day later'],
    ['2026-11-27T09:00:00Z', 2, '2026-11-30', 'from a Friday over Sunday'],
    ['2026-11-29T09:00:00Z', 1, '2026-12-01', 'on a Sunday: prepared on Monday'],
    ['2026-11-17T09:00:00Z', 1, '2026-11-19', 'over Independence Day'],
    ['2026-12-31T13:00:00Z', 2, '2027-01-04', 'over New Year and a Sunday'],
    ['2028-02-28T09:00:00Z', 1, '2028-02-29', 'F84: on the 29th of February'],
  ])('%s and %i working days: %s, %s', (orderedAt, days, arrives) => {
    expect(deliveryDay(new Date(orderedAt), days, free)).toBe(arrives);
  });

  it('F84: reads the hour in Morocco, not on the server', () => {
    // Half past midnight in Morocco is tomorrow there, whatever UTC says once an offset is back.
    expect(deliveryDay(new Date('2025-06-30T23:30:00Z'), 1, free)).toBe('2025-07-02');
  });

  it('is never a Sunday or a public holiday', () => {
    for (let hour = 0; hour < 24 * 400; hour += 5) {
      const orderedAt = new Date(Date.UTC(2026, 10, 1, hour));
      expect(isWorkingDay(deliveryDay(orderedAt, 3, free), free)).toBe(true);
    }
  });
});

describe('the first tariff', () => {
  it('puts each of the 75 provinces into one zone', () => {
    expect(provinceZones).toHaveLength(75);
    expect(new Set(provinceZones.map(({ province_id }) => province_id)).size).toBe(75);
  });

  it('says where every number comes from', () => {
    expect(rates.every(({ source }) => source.length > 20)).toBe(true);
    expect(rates.filter(({ zone, service }) => zone === 1 && service === 'home')[0]?.price_amount).toBe(2_000);
  });
});

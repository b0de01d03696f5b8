import { termsOn, type Rate } from './rates.js';

const rates: Rate[] = [
  { kind: 'commission', validFrom: '2026-01-01', bps: 1000 },
  { kind: 'commission', validFrom: '2027-01-01', bps: 800 },
  { kind: 'vat-on-commission', validFrom: '2026-01-01', bps: 2000 },
];

describe('the rates', () => {
  it('are those of the day, the first day of a new one included', () => {
    expect(termsOn('2026-12-31', rates)).toEqual({ commissionBps: 1000, vatOnCommissionBps: 2000 });
    expect(termsOn('2027-01-01', rates)).toEqual({ commissionBps: 800, vatOnCommissionBps: 2000 });
  });

  it('are never guessed', () => {
    expect(() => termsOn('2025-12-31', rates)).toThrow('no rate of commission on 2025-12-31');
  });
});

import { checkDigit, drawTrackingNumber, isOurTrackingNumber, normalizeTrackingNumber } from './tracking-number.js';

describe('a tracking number', () => {
  it('carries the check digit of postal numbers', () => {
    expect(checkDigit('47312482')).toBe(9);
    expect(isOurTrackingNumber('TZ473124829MA')).toBe(true);
  });

  it('is drawn well-formed, and never in a row', () => {
    const drawn = Array.from({ length: 500 }, drawTrackingNumber);
    expect(drawn.every(isOurTrackingNumber)).toBe(true);
    expect(new Set(drawn).size).toBe(500);
  });

  it('shows every wrong digit', () => {
    for (let position = 2; position < 11; position += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const wrong = `TZ473124829MA`.slice(0, position) + digit + `TZ473124829MA`.slice(position + 1);
        expect(isOurTrackingNumber(wrong)).toBe(wrong === 'TZ473124829MA');
      }
    }
  });

  it('of a carrier is taken as printed, in whatever case and spacing', () => {
    expect(normalizeTrackingNumber(' lx 12 3456 ma ')).toBe('LX123456MA');
    for (const nonsense of ['', 'ab', 'x'.repeat(41), 'LX/1234', 'LX1234<b>', 'رقم12345']) {
      expect(normalizeTrackingNumber(nonsense)).toBeUndefined();
    }
  });
});

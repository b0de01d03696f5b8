import fc from 'fast-check';
import { add, allocate, basisPoints, compare, money, multiply, negate, subtract, sum } from './index.js';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc
  .array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0));

describe('money', () => {
  it('loses no centime and invents none', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const shares = allocate(money(amount, 'MAD'), list);
        expect(shares.reduce((total, share) => total + share.amount, 0)).toBe(amount);
      }),
    );
  });

  it('gives each its share to within one centime, and nothing to a zero weight', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const total = list.reduce((all, weight) => all + BigInt(weight), 0n);
        allocate(money(amount, 'MAD'), list).forEach((share, position) => {
          const exact = BigInt(amount) * BigInt(list[position] ?? 0);
          const distance = BigInt(share.amount) * total - exact;
          expect((distance < 0n ? -distance : distance) < total).toBe(true);
          if (list[position] === 0) expect(share.amount).toBe(0);
        });
      }),
    );
  });

  it('gives what is left over to the largest remainders, then to the first lines', () => {
    const shared = (amount: number, list: number[]) =>
      allocate(money(amount, 'MAD'), list).map((share) => share.amount);
    expect(shared(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shared(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(shared(8_800_003, [1_250_000, 830_000, 410_050, 0])).toEqual([4_417_584, 2_933_275, 1_449_144, 0]);
    expect(shared(0, [0, 0])).toEqual([0, 0]);
    expect(() => shared(5, [0, 0])).toThrow('all weights are zero');
  });

  it('rounds a rate half up, once, and the same way for the reversal', () => {
    expect(basisPoints(money(60_000, 'MAD'), 1_000).amount).toBe(6_000);
    expect(basisPoints(money(5, 'MAD'), 1_000).amount).toBe(1);
    expect(basisPoints(money(4, 'MAD'), 1_000).amount).toBe(0);
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 20_000 }), (amount, rate) => {
        const value = money(amount, 'MAD');
        expect(basisPoints(negate(value), rate)).toEqual(negate(basisPoints(value, rate)));
      }),
    );
  });

  it('stays exact when a product passes 2^53', () => {
    expect(basisPoints(money(9_007_199_254_740_990, 'MAD'), 10_000).amount).toBe(9_007_199_254_740_990);
    expect(multiply(money(1_250, 'MAD'), 3).amount).toBe(3_750);
    expect(() => multiply(money(9_007_199_254_740_990, 'MAD'), 2)).toThrow('beyond');
  });

  it('never mixes currencies', () => {
    const dirham = money(100, 'MAD');
    const euro = money(100, 'EUR');
    expect(() => add(dirham, euro)).toThrow('cannot be mixed');
    expect(() => compare(dirham, euro)).toThrow('cannot be mixed');
    expect(() => sum([dirham], 'EUR')).toThrow('cannot be mixed');
  });

  it('adds, subtracts and compares', () => {
    expect(sum([money(1, 'MAD'), money(2, 'MAD')], 'MAD')).toEqual(money(3, 'MAD'));
    expect(sum([], 'EUR')).toEqual(money(0, 'EUR'));
    expect(compare(subtract(money(1, 'MAD'), money(2, 'MAD')), money(0, 'MAD'))).toBe(-1);
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p as a count of minor units', (amount) => {
    expect(() => money(amount, 'MAD')).toThrow('whole number');
  });
});

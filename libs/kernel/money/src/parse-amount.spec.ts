import fc from 'fast-check';
import { parseAmount } from './index.js';

describe('parseAmount', () => {
  it.each([
    ['12,50', 1_250],
    ['12.5', 1_250],
    ['80', 8_000],
    [' 1 234,50 ', 123_450],
    ['1\u00a0234,50', 123_450],
    ['1\u202f234', 123_400],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1,234,567', 123_456_700],
    ['٢٥', 2_500],
    ['١٬٢٣٤٫٥٠', 123_450],
    ['۲۵', 2_500],
    ['0,05', 5],
  ])('reads %p', (text, amount) => expect(parseAmount(text, 'MAD')).toBe(amount));

  it.each([
    '',
    '1,234',
    '1.234',
    '1e3',
    '-5',
    '+5',
    '12,505',
    '12,',
    ',50',
    '12 50',
    '1 2345',
    '1,2,3',
    '1.234.5',
    '0x10',
    'abc',
    '12 DH',
    '99999999999999999',
    '1,234 567',
    '٫٥',
  ])('asks again for %p', (text) => expect(parseAmount(text, 'MAD')).toBeUndefined());

  it('takes the number of decimals from the currency', () => {
    expect(parseAmount('1,234', 'JPY')).toBe(1_234);
    expect(parseAmount('12,5', 'JPY')).toBeUndefined();
  });

  it('reads back every amount written with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.constantFrom(',', '.'), (amount, mark) => {
        const written = `${Math.floor(amount / 100)}${mark}${String(amount % 100).padStart(2, '0')}`;
        expect(parseAmount(written, 'MAD')).toBe(amount);
      }),
    );
  });
});

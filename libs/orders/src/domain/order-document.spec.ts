import type { PricedCheckout } from '@tiwizi/checkout';
import fc from 'fast-check';
import { orderDocument } from './order-document.js';
import { OrderAssertion } from './order-errors.js';
import { drawOrderNumber, normalizeOrderNumber } from './order-number.js';

const id = '019abc00-0000-7000-8000-000000000001';
const identity = () => ({
  id,
  number: drawOrderNumber(),
  accountId: null,
  secretSalt: 'x'.repeat(24),
  placedAt: new Date(),
  expiresAt: new Date(),
});
const picture = { url: '/p.svg', srcset: null, width: 960, height: 720, isGenerated: true, alt: null };
const text = { locale: 'fr' as const, text: 'Miel' };

/** 2 to 5 cooperatives, 1 to 30 lines, prices from 0.01 to 99,999.99. */
const checkouts: fc.Arbitrary<PricedCheckout> = fc
  .array(
    fc.record({
      lines: fc.array(
        fc.record({ price: fc.integer({ min: 1, max: 9_999_999 }), quantity: fc.integer({ min: 1, max: 20 }) }),
        { minLength: 1, maxLength: 6 },
      ),
      delivery: fc.integer({ min: 0, max: 20_000 }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((parcels) => {
    const priced = parcels.map(({ lines, delivery }) => {
      const goodsAmount = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
      return {
        cooperative: { id, slug: 'a', name: text, emblem: '/e.svg', provinceId: 'MA-AGD' },
        lines: lines.map(({ price, quantity }) => ({
          variantId: id,
          productId: id,
          slug: 'miel',
          title: text,
          measure: null,
          picture,
          quantity,
          priceAmount: price,
          totalAmount: price * quantity,
          weightGrams: 100,
        })),
        goodsAmount,
        weightGrams: 100,
        delivery: { optionId: 'home', priceAmount: delivery, latest: '2026-11-30' },
        totalAmount: goodsAmount + delivery,
      };
    });
    const goodsAmount = priced.reduce((sum, parcel) => sum + parcel.goodsAmount, 0);
    const totalAmount = priced.reduce((sum, parcel) => sum + parcel.totalAmount, 0);
    return {
      id,
      cartId: id,
      paymentMethod: 'card' as const,
      locale: 'fr' as const,
      email: null,
      address: {
        name: 'A',
        phone: '+212612345678',
        provinceId: 'MA-CAS',
        city: { fr: 'Casablanca' },
        line: '1',
        note: null,
      },
      currency: 'MAD' as const,
      parcels: priced,
      goodsAmount,
      deliveryAmount: totalAmount - goodsAmount,
      totalAmount,
    };
  });
const terms = fc.record({
  commissionBps: fc.integer({ min: 0, max: 3000 }),
  vatOnCommissionBps: fc.integer({ min: 0, max: 2500 }),
});
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

describe('an order made from a checkout', () => {
  it('I06, I10: loses no centime between lines, parcels and total, whatever the prices and rates', () => {
    fc.assert(
      fc.property(checkouts, terms, (checkout, rates) => {
        const { order, subOrders } = orderDocument(checkout, identity(), rates);
        expect(sum(subOrders.map((part) => part.totalAmount))).toBe(order.totalAmount);
        expect(order.totalAmount).toBe(checkout.totalAmount);
        for (const part of subOrders) {
          expect(sum(part.lines.map((line) => line.totalAmount))).toBe(part.goodsAmount);
          expect(sum(part.lines.map((line) => line.commissionAmount))).toBe(part.commissionAmount);
          expect(sum(part.lines.map((line) => line.vatAmount))).toBe(part.vatAmount);
          expect(part.dueAmount + part.commissionAmount + part.vatAmount + part.shippingAmount).toBe(part.totalAmount);
          expect(part.lines.every((line) => line.commissionAmount >= 0 && line.vatAmount >= 0)).toBe(true);
        }
      }),
    );
  });

  it('freezes the example of the rules: 10 % of goods, 20 % VAT on it', () => {
    const [line] = [{ price: 60_000, quantity: 1 }];
    const checkout = {
      ...fc.sample(checkouts, 1)[0]!,
      parcels: [
        {
          cooperative: { id, slug: 'a', name: text, emblem: '', provinceId: 'MA-AGD' },
          lines: [
            {
              variantId: id,
              productId: id,
              slug: 'm',
              title: text,
              measure: null,
              picture,
              quantity: 1,
              priceAmount: line!.price,
              totalAmount: 60_000,
              weightGrams: 1,
            },
          ],
          goodsAmount: 60_000,
          weightGrams: 1,
          delivery: { optionId: 'home', priceAmount: 3000, latest: '2026-11-30' },
          totalAmount: 63_000,
        },
      ],
      totalAmount: 63_000,
    };
    const { subOrders } = orderDocument(checkout, identity(), { commissionBps: 1000, vatOnCommissionBps: 2000 });
    expect(subOrders[0]).toMatchObject({
      commissionAmount: 6000,
      vatAmount: 1200,
      dueAmount: 52_800,
      totalAmount: 63_000,
    });
  });

  it('is not sold on sums that disagree', () => {
    const [checkout] = fc.sample(checkouts, 1);
    const rates = { commissionBps: 1000, vatOnCommissionBps: 2000 };
    const wrongTotal = { ...checkout!, totalAmount: checkout!.totalAmount + 1 };
    expect(() => orderDocument(wrongTotal, identity(), rates)).toThrow(OrderAssertion);
    const [parcel, ...others] = checkout!.parcels;
    const wrongParcel = { ...checkout!, parcels: [{ ...parcel!, goodsAmount: parcel!.goodsAmount + 1 }, ...others] };
    expect(() => orderDocument(wrongParcel, identity(), rates)).toThrow(OrderAssertion);
  });
});

describe('an order number', () => {
  it('is drawn at random, without letters that are mistaken for others (F26)', () => {
    const numbers = Array.from({ length: 5000 }, drawOrderNumber);
    expect(new Set(numbers).size).toBe(5000);
    for (const number of numbers) expect(number).toMatch(/^TZ-[0-9A-HJKMNP-TV-Z]{8}$/);
    const letters = new Set(numbers.flatMap((number) => Array.from(number.slice(3))));
    expect(letters.size).toBe(32);
  });

  it.each([
    ['TZ-7F3K9QWD', 'TZ-7F3K9QWD'],
    [' tz 7f3k 9qwd ', 'TZ-7F3K9QWD'],
    ['7f3k9qwd', 'TZ-7F3K9QWD'],
    ['TZ-OIL00000', 'TZ-01100000'],
    ['tz123456', 'TZ-TZ123456'],
    ['TZ-1234567', undefined],
    ['TZ-1234567U', undefined],
    ['', undefined],
  ])('typed as %j is %j', (typed, number) => {
    expect(normalizeOrderNumber(typed)).toBe(number);
  });
});

import type { Quote } from '@tiwizi/shipping';
import fc from 'fast-check';
import type { CartRecord, LineRecord } from './cart-record.js';
import { parcelsOf, priceCart } from './priced-cart.js';

const picture = { url: '/p.svg', srcset: null, width: 960, height: 720, isGenerated: true, alt: null };

/** 1 to 30 lines of 1 to 5 cooperatives, prices from 0.01 to 99,999.99, some sold out, some withdrawn. */
const lines: fc.Arbitrary<LineRecord[]> = fc.array(
  fc
    .record({
      cooperative: fc.integer({ min: 1, max: 5 }),
      quantity: fc.integer({ min: 1, max: 999 }),
      priceAmount: fc.integer({ min: 1, max: 9_999_999 }),
      priceWhenAddedAmount: fc.integer({ min: 1, max: 9_999_999 }),
      available: fc.integer({ min: -1, max: 1200 }),
      maxPerOrder: fc.constantFrom(1, 999),
      isForSale: fc.boolean(),
      isService: fc.boolean(),
      weightGrams: fc.integer({ min: 1, max: 30_000 }),
    })
    .map(({ cooperative, ...line }): LineRecord => ({
      ...line,
      id: 'line',
      variantId: 'variant',
      productId: 'product',
      slug: 'miel',
      title: { fr: 'Miel' },
      picture,
      measure: null,
      currency: 'MAD',
      cooperative: {
        id: `cooperative-${cooperative}`,
        slug: 'c',
        name: { fr: 'C' },
        place: { fr: 'P' },
        isVerified: true,
        emblem: '',
        provinceId: 'MA-AGD',
      },
    })),
  { minLength: 1, maxLength: 30 },
);
const record = (own: LineRecord[]): CartRecord => ({
  id: 'cart',
  orderNumber: null,
  updatedAt: '2026-11-25T00:00:00Z',
  address: null,
  choices: {},
  province: null,
  lines: own,
});
const quote = (amount: number): Quote => ({
  id: `by-${amount}`,
  nameKey: 'delivery.home',
  price: { amount, currency: 'MAD' },
  earliest: '2026-11-27',
  latest: '2026-11-30',
});
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

describe('the price of a cart', () => {
  it('CART-1: lines make parcels and parcels the total, to the centime', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 5, maxLength: 5 }),
        (own, prices) => {
          const parcels = parcelsOf(record(own));
          const cart = priceCart(
            record(own),
            parcels,
            parcels.map((_, position) => [quote(prices[position]!)]),
          );
          for (const parcel of cart.parcels) {
            expect(parcel.goodsAmount).toBe(sum(parcel.lines.map((line) => line.totalAmount)));
            expect(parcel.totalAmount).toBe(parcel.goodsAmount + parcel.delivery!.price.amount);
          }
          expect(cart.totalAmount).toBe(sum(cart.parcels.map((parcel) => parcel.totalAmount)));
          expect(cart.totalAmount).toBe(cart.goodsAmount + cart.deliveryAmount!);
          expect(cart.parcels.flatMap((parcel) => parcel.lines)).toHaveLength(own.length);
        },
      ),
    );
  });

  it('never sells more than there is, than one may have, or than was asked for', () => {
    fc.assert(
      fc.property(lines, (own) => {
        for (const { record: line, buyable, notice } of parcelsOf(record(own)).flatMap((parcel) => parcel.lines)) {
          expect(buyable).toBeLessThanOrEqual(line.quantity);
          expect(buyable).toBeLessThanOrEqual(Math.max(0, line.available));
          expect(buyable).toBeLessThanOrEqual(line.maxPerOrder);
          if (!line.isForSale) expect([buyable, notice]).toEqual([0, 'withdrawn']);
          expect(buyable === 0).toBe(notice === 'withdrawn' || notice === 'sold-out');
        }
      }),
    );
  });

  it('takes the way that was chosen, and the cheapest when it is offered no more', () => {
    const own = fc.sample(lines, 1)[0]!;
    const parcels = parcelsOf(record(own));
    const quotes = parcels.map(() => [quote(2000), quote(3500)]);
    const choices = { [parcels[0]!.cooperative.id]: 'by-3500' };
    expect(priceCart(record(own), parcels, quotes, choices).parcels[0]!.delivery!.id).toBe('by-3500');
    const gone = { [parcels[0]!.cooperative.id]: 'by-camel' };
    expect(priceCart(record(own), parcels, quotes, gone).parcels[0]!.delivery!.id).toBe('by-2000');
    expect(priceCart(record(own), parcels, null)).toMatchObject({ deliveryAmount: null });
  });
});

import type { PaymentMethod } from '@tiwizi/contracts';
import { idempotencyKey } from '@tiwizi/testing';
import fc from 'fast-check';
import { openShelves } from '../testing/shelves.js';
import { Trade, type Placed } from '../testing/trade.js';
import { findDifferences } from './find-differences.js';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);

const prices = fc.oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom(1, 33, 9_900, 9_999_999));
const market = fc.array(
  fc.array(fc.record({ price: prices, stock: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 3 }),
  { minLength: 2, maxLength: 5 },
);
const line = fc.record({ shelf: fc.nat(), quantity: fc.integer({ min: 1, max: 2 }) });
const buyers = fc.array(
  fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    method: fc.constantFrom<PaymentMethod>('card', 'card', 'card', 'cash-on-delivery', 'bank-transfer'),
  }),
  { minLength: 2, maxLength: 6 },
);
const actions = [
  'card',
  'card',
  'declined-card',
  'refresh',
  'pay',
  'to-cash',
  'confirm',
  'match',
  'cancel',
  'accept',
  'accept',
  'accept',
  'reject',
  'ready',
  'ship',
  'bring',
  'time-passes',
  'sweep',
  'a-day-passes',
] as const;
type Action = (typeof actions)[number];
const script = fc.array(
  fc.record({
    buyer: fc.nat(),
    part: fc.nat(),
    action: fc.constantFrom(...actions),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 20, maxLength: 60 },
);

/** A refusal is a good answer; an error of ours is not. */
const answered = (status: number) => expect([200, 201, 202, 400, 404, 409, 503]).toContain(status);

describe('people who buy, sell, cancel and pay in any order, and press every button twice', () => {
  let trade: Trade;
  beforeAll(async () => {
    console.log(`properties of the trade: PROPERTY_SEED=${seed} (${numRuns} runs)`);
    trade = await Trade.open();
    await trade.webhooks({ duplicate: true, shuffle: true });
  });
  afterAll(() => trade.close());

  const order = async (
    variantIds: string[],
    buyer: { lines: { shelf: number; quantity: number }[]; method: PaymentMethod },
  ) => {
    const quantities = new Map<string, number>();
    for (const { shelf, quantity } of buyer.lines) quantities.set(variantIds[shelf % variantIds.length]!, quantity);
    const basket = [...quantities].map(([variantId, quantity]) => ({ variantId, quantity }));
    const checkoutId = await trade.checkout(basket, buyer.method).catch(() => null);
    if (!checkoutId) return null;
    const key = idempotencyKey();
    const answers = await Promise.all([
      trade.place(checkoutId, key),
      trade.place(checkoutId),
      trade.place(checkoutId, key),
    ]);
    for (const { status } of answers) answered(status);
    const placed = answers.filter(({ status }) => status === 201).map(({ body }): Placed => body);
    expect(new Set(placed.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
    return placed[0] ?? null;
  };

  const act = async (placed: Placed, action: Action, at: number, key: string): Promise<void> => {
    const part = async () => {
      const parts = await trade.parts(placed);
      return parts[at % parts.length]!;
    };
    switch (action) {
      case 'card':
      case 'declined-card': {
        const { body, status } = await trade.call(placed, 'payment/refresh');
        answered(status);
        if (body.nextAction?.type !== 'redirect') return;
        const number = action === 'card' ? '4242424242424242' : '4000000000000002';
        return trade.enterCard({ ...placed, payment: body }, number);
      }
      case 'refresh':
        return answered((await trade.call(placed, 'payment/refresh')).status);
      case 'pay':
        return answered((await trade.call(placed, 'payment', {}, key)).status);
      case 'to-cash':
        return answered((await trade.call(placed, 'payment', { method: 'cash-on-delivery' }, key)).status);
      case 'confirm':
        return answered((await trade.call(placed, 'confirm', { code: await trade.codeOf(placed) })).status);
      case 'match':
        return answered((await trade.match(placed, key)).status);
      case 'cancel':
        return answered((await trade.call(placed, 'cancel', {}, key)).status);
      case 'accept':
        return answered((await trade.gesture(await part(), 'accept', {}, key)).status);
      case 'reject':
        return answered((await trade.gesture(await part(), 'reject', { reason: 'no-stock' }, key)).status);
      case 'ready':
        return answered((await trade.gesture(await part(), 'ready', {}, key)).status);
      case 'ship':
        return answered((await trade.gesture(await part(), 'shipments', {}, key)).status);
      case 'bring': {
        const { shipmentId } = await part();
        return shipmentId ? trade.bring(await part(), answered) : undefined;
      }
      case 'time-passes':
        return trade.expires(placed);
      case 'sweep':
        return trade.sweep(placed);
      case 'a-day-passes':
        return trade.holdIsADayOld(placed);
    }
  };

  it('every invariant of money, stock and states holds', async () => {
    await fc.assert(
      fc.asyncProperty(market, buyers, script, async (cooperatives, people, steps) => {
        const variantIds = await openShelves(trade.app, cooperatives);
        const orders = (await Promise.all(people.map((buyer) => order(variantIds, buyer)))).filter(
          (one) => one !== null,
        );
        if (!orders.length) return;
        for (let at = 0; at < steps.length; at += 4) {
          await Promise.all(
            steps.slice(at, at + 4).flatMap(({ buyer, part, action, times }) => {
              const key = idempotencyKey();
              const placed = orders[buyer % orders.length]!;
              return Array.from({ length: times }, () => act(placed, action, part, key));
            }),
          );
        }
        for (const placed of orders) await trade.sweep(placed);
        await trade.quiet();
        await trade.releaseShares();
        await trade.quiet();
        const broken = (await findDifferences(trade.database)).flatMap(({ check, differences }) =>
          differences.map((one) => `${check.id} ${check.rule}: ${one.subject}: ${one.expected}, not ${one.found}`),
        );
        expect(broken).toEqual([]);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  }, 600_000);
});

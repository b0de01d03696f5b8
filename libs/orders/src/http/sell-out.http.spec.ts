import { Market } from '../testing/market.js';

describe('two instances on one database', () => {
  let markets: Market[];
  beforeAll(async () => (markets = [await Market.open(), await Market.open()]));
  afterAll(() => Promise.all(markets.map((market) => market.close())));

  it('F20: sell 50 units to 200 buyers, no more, and answer everyone', async () => {
    const [market] = markets;
    const cooperativeId = await market!.cooperative();
    const variantId = await market!.shelve(cooperativeId, { stock: 50 });
    const checkouts: string[] = [];
    for (let count = 0; count < 200; count += 20) {
      const batch = Array.from({ length: 20 }, () => market!.checkout([{ variantId }]));
      checkouts.push(...(await Promise.all(batch)));
    }
    const times: number[] = [];
    const answers = await Promise.all(
      checkouts.map(async (checkoutId, position) => {
        const startedAt = performance.now();
        const answer = await markets[position % 2]!.place(checkoutId);
        times.push(performance.now() - startedAt);
        return answer;
      }),
    );
    const count = (status: number, code?: string) =>
      answers.filter((answer) => answer.status === status && answer.body.code === code).length;
    expect([count(201), count(409, 'out_of_stock')]).toEqual([50, 150]);
    expect(await market!.stock(variantId)).toEqual({ onHand: 50, reserved: 50 });
    const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
    expect(p95).toBeLessThan(10_000);
  }, 60_000);

  it('F89: see the same double click as one order', async () => {
    const [market] = markets;
    const variantId = await market!.shelve(await market!.cooperative());
    const checkoutId = await market!.checkout([{ variantId }]);
    const answers = await Promise.all([0, 1, 0, 1].map((which) => markets[which]!.place(checkoutId)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  });

  it('F23: place 200 lines of 80 cooperatives in time, with exact totals', async () => {
    const [market] = markets;
    const cooperatives = await Promise.all(Array.from({ length: 80 }, () => market!.cooperative()));
    const variants: string[] = [];
    for (let count = 0; count < 200; count += 1) {
      variants.push(await market!.shelve(cooperatives[count % 80]!, { amount: 101 + count, weightGrams: 100 }));
    }
    const checkoutId = await market!.checkout(
      variants.map((variantId) => ({ variantId, quantity: 3 })),
      'card',
    );
    const startedAt = performance.now();
    const { body } = await market!.place(checkoutId).expect(201);
    expect(performance.now() - startedAt).toBeLessThan(3000);
    const view = await market!.show(body);
    expect(view.subOrders).toHaveLength(80);
    const sum = view.subOrders.reduce((all, part) => all + part.total.amount, 0);
    expect(view.total.amount).toBe(sum);
    expect(view.goods.amount).toBe(3 * variants.reduce((all, _, position) => all + 101 + position, 0));
  }, 60_000);
});

import { newId } from '@tiwizi/persistence';
import fc from 'fast-check';
import { NotForSale, OutOfStock, ReservationEnded, StockAssertion } from '../domain/stock-errors.js';
import { cooperative, product, Shop, variant } from '../testing/shop.js';
import type { StockLine } from './reserve-stock.js';

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('stock', () => {
  let shop: Shop;
  const seller = cooperative();

  beforeAll(async () => {
    shop = await Shop.open({ poolSize: 20 });
    await shop.register(seller);
  });
  afterAll(() => shop.close());

  /** A product with one variant for each of these stocks; answers the variants' ids. */
  const offer = async (...stocks: number[]): Promise<string[]> => {
    const variants = stocks.map((stock) => variant({ stock }));
    await shop.publish(product(seller.id, { variants }));
    return variants.map(({ id }) => id);
  };
  const reserve = (orderId: string, lines: StockLine[], expiresAt = inAnHour()) =>
    shop.database.transaction((tx) => shop.catalog.reserve(tx, { orderId, expiresAt, lines }));
  const consume = (orderId: string) => shop.database.transaction((tx) => shop.catalog.consume(tx, orderId));
  const release = (orderId: string, outcome: 'released' | 'expired' = 'released', variantIds?: string[]) =>
    shop.database.transaction((tx) => shop.catalog.release(tx, orderId, outcome, variantIds));
  const restock = (orderId: string, lines: StockLine[], cause = 'rejected') =>
    shop.database.transaction((tx) => shop.catalog.restock(tx, { orderId, lines, cause }));

  const levels = async (variantIds: string[]) => {
    const rows = await shop.database.query<{ id: string; onHand: number; reserved: number }>(
      `select variant_id as id, on_hand as "onHand", reserved from catalog.stock_level where variant_id = any ($1)`,
      [variantIds],
    );
    return variantIds.map((id) => {
      const row = rows.find((level) => level.id === id);
      return [row?.onHand, row?.reserved];
    });
  };
  /** Invariant I16, asked of the rows themselves. */
  const broken = () =>
    shop.database.query(`
      select s.variant_id from catalog.stock_level s
      where s.reserved <> (select coalesce(sum(quantity), 0) from catalog.reservation r
                           where r.variant_id = s.variant_id and r.status = 'held')
         or s.on_hand <> (select coalesce(sum(quantity), 0) from catalog.stock_movement m
                          where m.variant_id = s.variant_id)
         or s.reserved < 0 or s.reserved > s.on_hand`);
  const announced = async (work: () => Promise<unknown>): Promise<number> => {
    const count = async () => {
      const [row] = await shop.database.query<{ jobs: number }>(
        `select count(*)::int as jobs from jobs.job where data ->> 'event' = 'catalog.availability-changed.v1'`,
      );
      return row?.jobs ?? 0;
    };
    const before = await count();
    await work();
    return (await count()) - before;
  };

  it('F20: sells 50 units to 200 buyers, no more, and refuses the others by name', async () => {
    const [lastUnits = ''] = await offer(50);
    const orders = Array.from({ length: 200 }, () => newId());
    const results = await Promise.allSettled(
      orders.map((orderId) => reserve(orderId, [{ variantId: lastUnits, quantity: 1 }])),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refusals).toHaveLength(150);
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(OutOfStock);
      expect(refusal.params).toEqual({ variantIds: lastUnits });
    }
    expect(await levels([lastUnits])).toEqual([[50, 50]]);
    expect(await broken()).toEqual([]);
  });

  it('takes all lines of an order or none, and names every line that fails', async () => {
    const [many = '', few = '', none = ''] = await offer(9, 2, 0);
    const lines = [many, few, none].map((variantId) => ({ variantId, quantity: 3 }));
    const refusal = await reserve(newId(), lines).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OutOfStock);
    expect(refusal).toMatchObject({ variantIds: [few, none].sort() });
    expect(await levels([many, few, none])).toEqual([
      [9, 0],
      [2, 0],
      [0, 0],
    ]);
  });

  it('adds up lines that name the same variant', async () => {
    const [id = ''] = await offer(5);
    const twice = [
      { variantId: id, quantity: 3 },
      { variantId: id, quantity: 3 },
    ];
    await expect(reserve(newId(), twice)).rejects.toBeInstanceOf(OutOfStock);
    await reserve(
      newId(),
      twice.map((line) => ({ ...line, quantity: 2 })),
    );
    expect(await levels([id])).toEqual([[5, 4]]);
  });

  it('F24: refuses what is no longer for sale, by name, before it looks at quantities', async () => {
    const [id = ''] = await offer(5);
    const unknown = newId();
    const refusal = await reserve(newId(), [
      { variantId: id, quantity: 1 },
      { variantId: unknown, quantity: 1 },
    ]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(NotForSale);
    expect(refusal).toMatchObject({ code: 'catalog/not-for-sale', params: { variantIds: unknown } });
  });

  it('never deadlocks buyers who name the same variants in opposite order', async () => {
    const ids = await offer(60, 60, 60);
    const wanted = (list: string[]) => list.map((variantId) => ({ variantId, quantity: 1 }));
    await Promise.all(
      Array.from({ length: 40 }, (_, turn) => reserve(newId(), wanted(turn % 2 ? ids : [...ids].reverse()))),
    );
    expect(await levels(ids)).toEqual(ids.map(() => [60, 40]));
  });

  it('settles a hold once: consuming moves the goods, repeating it moves nothing, releasing it later neither', async () => {
    const [id = ''] = await offer(10);
    const orderId = newId();
    await reserve(orderId, [{ variantId: id, quantity: 4 }]);
    await reserve(orderId, [{ variantId: id, quantity: 4 }]);
    expect(await levels([id])).toEqual([[10, 4]]);
    await Promise.all([consume(orderId), consume(orderId)]);
    await consume(orderId);
    await release(orderId);
    await reserve(orderId, [{ variantId: id, quantity: 4 }]);
    expect(await levels([id])).toEqual([[6, 0]]);
    expect(await broken()).toEqual([]);
  });

  it('F22: gives an expired hold back, refuses to consume it, and lets a late payment reserve again', async () => {
    const [id = '', other = ''] = await offer(3, 3);
    const orderId = newId();
    const lines = [id, other].map((variantId) => ({ variantId, quantity: 2 }));
    await reserve(orderId, lines, new Date(Date.now() - 1000));
    expect(await shop.catalog.ordersHoldingPast(new Date(), 100)).toContain(orderId);
    await release(orderId, 'released', [other]);
    await release(orderId, 'expired');
    await release(orderId, 'expired');
    expect(await shop.catalog.ordersHoldingPast(new Date(), 100)).not.toContain(orderId);
    expect(await levels([id, other])).toEqual([
      [3, 0],
      [3, 0],
    ]);
    await expect(consume(orderId)).rejects.toBeInstanceOf(ReservationEnded);
    await reserve(orderId, lines);
    await consume(orderId);
    expect(await levels([id, other])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('extends a hold, and never shortens it', async () => {
    const [id = ''] = await offer(3);
    const orderId = newId();
    await reserve(orderId, [{ variantId: id, quantity: 1 }], new Date(Date.now() + 1000));
    const extend = (until: Date) =>
      shop.database.transaction((tx) => shop.catalog.extendReservation(tx, orderId, until));
    await extend(inAnHour());
    await extend(new Date());
    expect(await shop.catalog.ordersHoldingPast(new Date(Date.now() + 60_000), 100)).not.toContain(orderId);
  });

  it('takes sold goods back once for each cause, and never more than were sold', async () => {
    const [id = ''] = await offer(5);
    const orderId = newId();
    await reserve(orderId, [{ variantId: id, quantity: 3 }]);
    await consume(orderId);
    await restock(orderId, [{ variantId: id, quantity: 1 }], 'returned:1');
    await restock(orderId, [{ variantId: id, quantity: 1 }], 'returned:1');
    await restock(orderId, [{ variantId: id, quantity: 2 }], 'returned:2');
    await expect(restock(orderId, [{ variantId: id, quantity: 1 }], 'returned:3')).rejects.toBeInstanceOf(
      StockAssertion,
    );
    expect(await levels([id])).toEqual([[5, 0]]);
  });

  it('tells the others only when what buyers read about stock may change', async () => {
    const [id = ''] = await offer(20);
    const orderId = newId();
    expect(await announced(() => reserve(newId(), [{ variantId: id, quantity: 10 }]))).toBe(0);
    expect(await announced(() => reserve(orderId, [{ variantId: id, quantity: 7 }]))).toBe(1);
    expect(await announced(() => consume(orderId))).toBe(0);
    expect(await announced(() => restock(orderId, [{ variantId: id, quantity: 7 }]))).toBe(1);
    expect(await announced(() => release(newId()))).toBe(0);
  });

  it('I16: holds over any sequence of commands, repeated and out of order', async () => {
    const command = fc.record({
      kind: fc.constantFrom('reserve', 'consume', 'release', 'expire', 'restock'),
      order: fc.nat({ max: 4 }),
      quantities: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
      isRepeated: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), async (commands) => {
        const ids = await offer(6, 3, 1);
        const orders = Array.from({ length: 5 }, () => newId());
        for (const { kind, order, quantities, isRepeated } of commands) {
          const orderId = orders[order] ?? '';
          const lines = ids.flatMap((variantId, position) => {
            const quantity = quantities[position] ?? 0;
            return quantity ? [{ variantId, quantity }] : [];
          });
          const run = () =>
            ({
              reserve: () => reserve(orderId, lines),
              consume: () => consume(orderId),
              release: () => release(orderId),
              expire: () => release(orderId, 'expired'),
              restock: () => restock(orderId, lines),
            })
              [kind]()
              .catch((error: unknown) => {
                if (error instanceof OutOfStock || error instanceof ReservationEnded) return;
                if (error instanceof StockAssertion) return;
                throw error;
              });
          await run();
          if (isRepeated) {
            const before = await levels(ids);
            await run();
            expect(await levels(ids)).toEqual(before);
          }
          expect(await broken()).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the journal of movements and settled reservations as they are', async () => {
    const [id = ''] = await offer(2);
    const orderId = newId();
    await reserve(orderId, [{ variantId: id, quantity: 1 }]);
    await release(orderId);
    await expect(shop.database.query(`delete from catalog.stock_movement where variant_id = $1`, [id])).rejects.toThrow(
      'append-only',
    );
    await expect(
      shop.database.query(`update catalog.reservation set status = 'held' where order_id = $1`, [orderId]),
    ).rejects.toThrow('stays so');
  });
});

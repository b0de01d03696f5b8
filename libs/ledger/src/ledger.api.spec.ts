import { Database, newId } from '@tiwizi/persistence';
import { countStatements, startApp, type TestApp } from '@tiwizi/testing';
import { LedgerApi, LedgerModule } from './index.js';
import { exampleOrder, mad } from './testing/example-order.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('the ledger', () => {
  let app: TestApp;
  let database: Database;
  let ledger: LedgerApi;
  beforeAll(async () => {
    app = await startApp({ modules: [LedgerModule] });
    database = app.get(Database);
    ledger = app.get(LedgerApi);
  });
  afterAll(() => app.close());

  const told = (work: Parameters<Database['transaction']>[0]) => database.transaction(work);
  const kinds = async (orderId: string) =>
    (
      await database.query<{ kind: string }>('select kind from ledger.entry where order_id = $1 order by position', [
        orderId,
      ])
    ).map(({ kind }) => kind);
  const balance = async (account: string) => {
    const [row] = await database.query<{ kept: string; summed: string }>(
      `select (select amount from ledger.balance where account = $1) as kept,
         (select sum(amount) from ledger.line where account = $1) as summed`,
      [account],
    );
    expect(row?.kept).toBe(row?.summed);
    return Number(row?.kept);
  };

  it('tells the terms of a day from its tables, asked for once', async () => {
    await ledger.terms(new Date());
    const { result, statements } = await countStatements(() => ledger.terms(new Date('2026-11-25T12:00:00Z')));
    expect(result).toEqual({ commissionBps: 1000, vatOnCommissionBps: 2000 });
    expect(statements).toEqual([]);
  });

  it('follows a card order from capture to what each is owed, each fact once however often it is told', async () => {
    const order = exampleOrder();
    const { a, b, orderId } = order;
    for (let time = 0; time < 2; time += 1) {
      await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
      await told((tx) => ledger.subOrderDelivered(tx, a));
    }
    expect(await kinds(orderId)).toEqual(['P1', 'P2']);
    expect(await balance(`escrow:${a.subOrderId}`)).toBe(0);
    expect(await balance(`escrow:${b.subOrderId}`)).toBe(-37_000);
    expect(await balance(`seller_pending:${a.cooperativeId}`)).toBe(-52_800);
  });

  it('writes a capture and a delivery in two statements each', async () => {
    const order = exampleOrder('cash-on-delivery');
    const capture = await countStatements(() =>
      told((tx) => ledger.cardCaptured(tx, { ...exampleOrder(), provider: 'stripe' })),
    );
    const delivery = await countStatements(() => told((tx) => ledger.subOrderDelivered(tx, order.a)));
    expect([capture.statements.length, delivery.statements.length]).toEqual([2, 2]);
  });

  it('stops the work when a known fact is told with other amounts', async () => {
    const order = exampleOrder();
    await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
    const other = { ...order, provider: 'stripe' as const, shares: order.shares.slice(0, 1) };
    await expect(told((tx) => ledger.cardCaptured(tx, other))).rejects.toThrow('posted before with other lines');
  });

  it('pays for goods that arrived before their card was captured as soon as it is', async () => {
    const order = exampleOrder();
    await told((tx) => ledger.subOrderDelivered(tx, order.a));
    expect(await kinds(order.orderId)).toEqual([]);
    await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
    expect(await kinds(order.orderId)).toEqual(['P1', 'P2']);
  });

  it('refuses a delivered cash parcel without its cash', async () => {
    const { a } = exampleOrder('cash-on-delivery');
    await expect(told((tx) => ledger.subOrderDelivered(tx, { ...a, cashCollectedAmount: null }))).rejects.toThrow(
      'instead of',
    );
  });

  it('releases a share ten days after delivery and not before, once, and cash only when it was handed over', async () => {
    const due = exampleOrder('card', { deliveredAt: daysAgo(10) });
    const early = exampleOrder('card', { deliveredAt: daysAgo(9.9) });
    const cash = exampleOrder('cash-on-delivery', { deliveredAt: daysAgo(30) });
    for (const order of [due, early]) await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
    for (const order of [due, early, cash]) await told((tx) => ledger.subOrderDelivered(tx, order.a));

    await Promise.all([app.runScheduled('ledger/release-shares'), app.runScheduled('ledger/release-shares')]);
    expect(await kinds(due.orderId)).toEqual(['P1', 'P2', 'P3']);
    expect(await balance(`seller_available:${due.a.cooperativeId}`)).toBe(-52_800);
    expect(await kinds(early.orderId)).toEqual(['P1', 'P2']);
    expect(await kinds(cash.orderId)).toEqual(['P7', 'P2']);

    await database.query('update ledger.share set remitted_at = now() where sub_order_id = $1', [cash.a.subOrderId]);
    await app.runScheduled('ledger/release-shares');
    expect(await kinds(cash.orderId)).toEqual(['P7', 'P2', 'P3']);
    const told3 = await database.query(
      `select 1 from jobs.job where data ->> 'event' = 'ledger.share-released.v1'
         and data -> 'payload' ->> 'subOrderId' in ($1, $2)`,
      [due.a.subOrderId, cash.a.subOrderId],
    );
    expect(told3).toHaveLength(2);
  });

  it('releases the others when one share cannot be released', async () => {
    const [broken, whole] = [11, 10.5].map((days) => exampleOrder('card', { deliveredAt: daysAgo(days) }));
    for (const order of [broken!, whole!]) {
      await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
      await told((tx) => ledger.subOrderDelivered(tx, order.a));
    }
    await database.query(
      `update ledger.share set due_amount = due_amount + 6000, commission_amount = commission_amount - 6000
       where sub_order_id = $1`,
      [broken!.a.subOrderId],
    );
    await app.runScheduled('ledger/release-shares');
    expect(await kinds(broken!.orderId)).toEqual(['P1', 'P2']);
    expect(await kinds(whole!.orderId)).toEqual(['P1', 'P2', 'P3']);
  });

  it('I12: never lets anybody be owed less than nothing, escrow and refunds included', async () => {
    const order = exampleOrder();
    const refund = { refundId: newId(), orderId: order.orderId, subOrderId: order.a.subOrderId, amount: mad(63_000) };
    await expect(told((tx) => ledger.refundApproved(tx, refund))).rejects.toThrow('nobody_owed_less_than_nothing');
    await told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' }));
    await told((tx) => ledger.subOrderDelivered(tx, order.a));
    await expect(told((tx) => ledger.refundApproved(tx, refund))).rejects.toThrow('nobody_owed_less_than_nothing');
    expect(await kinds(order.orderId)).toEqual(['P1', 'P2']);
  });

  it('takes many postings at once without losing a centime or breaking a chain', async () => {
    const cooperativeA = newId();
    const orders = Array.from({ length: 24 }, () => exampleOrder('card', { cooperativeA }));
    await Promise.all(
      orders.flatMap((order) => [
        told(async (tx) => {
          await ledger.cardCaptured(tx, { ...order, provider: 'stripe' });
          await ledger.subOrderDelivered(tx, order.a);
        }),
        told((tx) => ledger.cardCaptured(tx, { ...order, provider: 'stripe' })),
        told((tx) => ledger.subOrderDelivered(tx, order.a)),
      ]),
    );
    expect(await balance(`seller_pending:${cooperativeA}`)).toBe(-52_800 * 24);
    const broken = await database.query(`
      select from ledger.entry e
      where e.hash <> ledger.hash_of(e, ledger.lines_of(e.id))
        or (e.position > 1 and not exists (
          select from ledger.entry p where p.chain = e.chain and p.position = e.position - 1 and p.hash = e.previous_hash))`);
    expect(broken).toEqual([]);
  });
});

describe('the book', () => {
  let app: TestApp;
  let database: Database;
  const order = exampleOrder();
  beforeAll(async () => {
    app = await startApp({ modules: [LedgerModule] });
    database = app.get(Database);
    await database.transaction((tx) => app.get(LedgerApi).cardCaptured(tx, { ...order, provider: 'stripe' }));
  });
  afterAll(() => app.close());

  it.each([
    'update ledger.entry set cause = cause',
    'delete from ledger.entry',
    'truncate ledger.entry cascade',
    'update ledger.line set amount = amount + 1',
    'delete from ledger.line',
    'truncate ledger.line',
    'update ledger.rate set bps = 0',
  ])('I20: refuses %p', (sql) => expect(database.query(sql)).rejects.toThrow('append-only'));

  const head = `insert into ledger.entry (id, kind, business_key, order_id, cause, occurred_at, recorded_at, line_count,
    chain, position, previous_hash, hash) select gen_random_uuid(), 'P1', 'by-hand', gen_random_uuid(), 'x', now(), now(), `;
  const entry = (count: number) =>
    `${head} ${count}, id, position + 1, hash, sha256(hash) from ledger.chain where id = 63 returning id`;
  const lines = (...amounts: [string, number][]) =>
    `insert into ledger.line select id, number, 'suspense', currency, amount from entry,
      (values ${amounts.map(([currency, amount], at) => `(${at + 1}, '${currency}', ${amount})`).join(', ')})
      as line(number, currency, amount)`;

  it.each([
    ['lines that do not sum to zero', entry(2), lines(['MAD', 100], ['MAD', -99])],
    ['a sum of zero over two currencies', entry(2), lines(['MAD', 100], ['EUR', -100])],
    ['other lines than it announced', entry(3), lines(['MAD', 100], ['MAD', -100])],
    ['a single line', entry(1), lines(['MAD', 100])],
  ])('I01: refuses an entry with %s', async (_, entrySql, linesSql) => {
    await expect(database.query(`with entry as (${entrySql}) ${linesSql}`)).rejects.toThrow(
      /does not balance|written together|violates check/,
    );
  });

  it('I01: refuses an entry without lines, and lines added later', async () => {
    await expect(database.query(entry(2))).rejects.toThrow('does not balance');
    await expect(
      database.query(
        `insert into ledger.line select id, 9, 'suspense', 'MAD', 5 from ledger.entry where order_id = $1`,
        [order.orderId],
      ),
    ).rejects.toThrow('written together');
  });
});

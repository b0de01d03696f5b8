import { basisPoints, money } from '@tiwizi/money';
import { Database, newId, type EntityManager } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import fc from 'fast-check';
import type { Delivery } from './domain/postings.js';
import { LedgerApi, LedgerModule } from './index.js';
import { mad } from './testing/example-order.js';

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

interface Plan {
  method: Delivery['method'];
  parts: { goods: number; shipping: number; end: 'delivered' | 'refunded' | 'refund-failed' | 'nothing' }[];
}

const plans = fc.array(
  fc.record({
    method: fc.constantFrom<Delivery['method']>('card', 'cash-on-delivery', 'bank-transfer'),
    parts: fc.array(
      fc.record({
        goods: fc.integer({ min: 1, max: 9_999_999 }),
        shipping: fc.integer({ min: 0, max: 9_000 }),
        end: fc.constantFrom<Plan['parts'][number]['end']>('delivered', 'refunded', 'refund-failed', 'nothing'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Every fact is told twice, in any order; some tellers die before their commit and tell again. */
const disorder = fc.record({
  order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 }),
  deaths: fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
});

class Died extends Error {}

describe('the ledger, told every fact twice, in any order, by tellers that die', () => {
  let app: TestApp;
  let database: Database;
  let ledger: LedgerApi;
  beforeAll(async () => {
    console.log(`properties of the ledger: PROPERTY_SEED=${seed} (${numRuns} runs)`);
    app = await startApp({ modules: [LedgerModule] });
    database = app.get(Database);
    ledger = app.get(LedgerApi);
  });
  afterAll(() => app.close());

  type Command = (tx: EntityManager) => Promise<void>;
  const cooperatives = Array.from({ length: 4 }, () => newId());

  const delivery = (orderId: string, method: Plan['method'], part: Plan['parts'][number], at: number): Delivery => {
    const commission = basisPoints(money(part.goods, 'MAD'), 1000).amount;
    const vat = basisPoints(money(commission, 'MAD'), 2000).amount;
    return {
      orderId,
      subOrderId: newId(),
      subOrderNumber: `TZ-PR0PERTY-${at}`,
      cooperativeId: cooperatives[at % cooperatives.length]!,
      method,
      courierId: 'amana',
      goodsAmount: part.goods,
      shippingAmount: part.shipping,
      commissionAmount: commission,
      vatAmount: vat,
      dueAmount: part.goods - commission - vat,
      commissionBps: 1000,
      vatBps: 2000,
      currency: 'MAD',
      deliveredAt: new Date(),
      cashCollectedAmount: method === 'cash-on-delivery' ? part.goods + part.shipping : null,
    };
  };

  /** The facts of an order, each with the commands that must come before it: refunds follow the money. */
  const factsOf = ({ method, parts }: Plan) => {
    const [orderId, paymentId] = [newId(), newId()];
    const deliveries = parts.map((part, at) => delivery(orderId, method, part, at));
    const shares = deliveries.map((one) => ({ ...one, total: mad(one.goodsAmount + one.shippingAmount) }));
    const paid: Command[] =
      method === 'card'
        ? [(tx) => ledger.cardCaptured(tx, { paymentId, orderId, provider: 'stripe', shares })]
        : method === 'bank-transfer'
          ? [(tx) => ledger.transferMatched(tx, { paymentId, orderId, shares, bankReference: 'V' })]
          : [];
    const delivered = deliveries.flatMap((one, at): Command[] =>
      parts[at]!.end === 'delivered' ? [(tx) => ledger.subOrderDelivered(tx, one)] : [],
    );
    const refunds = deliveries.flatMap(({ subOrderId }, at): Command[][] => {
      const { goods, shipping, end } = parts[at]!;
      if (!paid.length || !end.startsWith('refund')) return [];
      const refund = {
        refundId: newId(),
        orderId,
        subOrderId,
        amount: mad(goods + shipping),
        provider: 'stripe' as const,
      };
      const commands: Command[] = [
        (tx) => ledger.refundApproved(tx, refund),
        (tx) => ledger.refundExecuted(tx, refund),
      ];
      return [end === 'refunded' ? commands : [...commands, (tx) => ledger.refundFailed(tx, refund)]];
    });
    return { deliveries, parts, paid, delivered, refunds };
  };

  it('I01–I04, I09–I12: balances to the centime, writes each fact once, owes nobody less than nothing', async () => {
    await fc.assert(
      fc.asyncProperty(plans, disorder, async (orders, { order, deaths }) => {
        const facts = orders.map(factsOf);
        let turn = 0;
        const tell = async (command: Command) => {
          const dies = deaths[turn++ % deaths.length];
          const work = () =>
            database.transaction(async (tx) => {
              await command(tx);
              if (dies && turn % 2) throw new Died();
            });
          await work().catch((error: unknown) => {
            if (!(error instanceof Died)) throw error;
          });
          await database.transaction(command);
        };
        const shuffled = <T>(list: T[]) =>
          list
            .map((item, at) => ({ item, rank: order[at % order.length]! }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const firstWave = facts.flatMap(({ paid, delivered }) => [...paid, ...delivered]);
        await Promise.all(shuffled([...firstWave, ...firstWave]).map(tell));
        for (const step of [0, 1, 2]) {
          const wave = facts.flatMap(({ refunds }) => refunds.flatMap((one) => one[step] ?? []));
          await Promise.all(shuffled([...wave, ...wave]).map(tell));
        }
        for (const { deliveries, parts, paid } of facts) {
          for (const [at, one] of deliveries.entries()) {
            const total = one.goodsAmount + one.shippingAmount;
            const { end } = parts[at]!;
            const isHeld = paid.length > 0 && end === 'nothing';
            expect(await balanceOf(`escrow:${one.subOrderId}`)).toBe(isHeld ? -total : 0);
            const [row] = await database.query<{ earned: number }>(
              `select coalesce(-sum(amount), 0)::float8 as earned from ledger.entry join ledger.line on entry_id = entry.id
               where sub_order_id = $1 and account like 'seller_pending:%'`,
              [one.subOrderId],
            );
            expect(row?.earned).toBe(end === 'delivered' ? one.dueAmount : 0);
          }
        }
        expect(await breaches()).toEqual([]);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  }, 120_000);

  const balanceOf = async (account: string) => {
    const [row] = await database.query<{ amount: number }>(
      `select coalesce(sum(amount), 0)::float8 as amount from ledger.balance where account = $1`,
      [account],
    );
    return row!.amount === 0 ? 0 : row!.amount;
  };

  const breaches = () =>
    database.query(`
      select 'unbalanced' as breach, entry_id::text as subject from ledger.line
        group by entry_id, currency having sum(amount) <> 0
      union all
      select 'hash', business_key from ledger.entry where hash <> ledger.hash_of(entry, ledger.lines_of(entry.id))
      union all
      select 'chain', e.business_key from ledger.entry e where e.position > 1 and not exists (
        select from ledger.entry p where p.chain = e.chain and p.position = e.position - 1 and p.hash = e.previous_hash)
      union all
      select 'balance', account from ledger.balance b where amount <> coalesce((
        select sum(amount) from ledger.line l where l.account = b.account and l.currency = b.currency), 0)
      union all
      select 'negative', account from ledger.balance where amount > 0`);
});

import type { EntityManager } from '@tiwizi/persistence';
import { runChecks, type Finding } from './find-differences.js';
import { checkMoney } from './index.js';
import { Trade, type Placed } from '../testing/trade.js';
import { aWeekOfTrade } from '../testing/week-of-trade.js';

describe('the money check', () => {
  let trade: Trade;
  let orders: Record<
    'released' | 'captured' | 'refunded' | 'partly' | 'cash' | 'waiting' | 'canceled' | 'transfer',
    Placed
  >;
  beforeAll(async () => {
    trade = await Trade.open();
    orders = await aWeekOfTrade(trade);
    await trade.quiet();
  }, 120_000);
  afterAll(() => trade.close());

  const check = async () => {
    const lines: string[] = [];
    const code = await checkMoney(trade.app.context, [], (line) => lines.push(line));
    return { code, lines };
  };

  it('finds nothing on a week of real trade: cards, cash, transfers, refusals and refunds', async () => {
    const { code, lines } = await check();
    expect(lines.filter((line) => line.includes('✗') || line.startsWith('   '))).toEqual([]);
    expect(lines.at(-1)).toMatch(/^\d+ checks, no difference$/);
    expect(code).toBe(0);
  });

  /** Made behind the back of every trigger and constraint, looked at, and taken back. */
  const planted = async (sql: string, params: unknown[] = []): Promise<Finding[]> => {
    let found: Finding[] = [];
    const undo = new Error('undo');
    const plant = async (tx: EntityManager) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(withoutConstraints);
      const [rows, count] = await tx.query(sql, params);
      expect(count ?? rows).not.toBe(0);
      found = (await runChecks(tx)).filter(({ differences }) => differences.length > 0);
      throw undo;
    };
    await trade.database.dataSource.transaction(plant).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    return found;
  };
  const ids = (findings: Finding[]) => [...new Set(findings.map(({ check: { id } }) => id))];
  const subjects = (findings: Finding[]) =>
    findings.flatMap(({ differences }) => differences.map((one) => one.subject));

  const errors: [string, string[], () => [string, unknown[]]][] = [
    [
      'a changed line',
      ['I01', 'I02', 'I03'],
      () => [
        `update ledger.line set amount = amount + 1 where number = 1 and entry_id =
           (select id from ledger.entry where order_id = $1 and kind = 'P1')`,
        [orders.captured.id],
      ],
    ],
    [
      'two lines changed so that the sum still fits',
      ['I03', 'I12'],
      () => [
        `update ledger.line set amount = amount + case number when 2 then 1 else -1 end
         where number in (2, 3) and entry_id = (select id from ledger.entry where order_id = $1 and kind = 'P1')`,
        [orders.captured.id],
      ],
    ],
    [
      'a missing entry, its lines gone with it',
      ['I03', 'I05'],
      () => [
        `with gone as (delete from ledger.entry where order_id = $1 and kind = 'P1' returning id)
         delete from ledger.line where entry_id in (select id from gone)`,
        [orders.captured.id],
      ],
    ],
    [
      'the last entry of a chain cut off',
      ['I03'],
      () => [
        `with gone as (
           delete from ledger.entry where id =
             (select id from ledger.entry order by position desc, chain limit 1) returning id)
         delete from ledger.line where entry_id in (select id from gone)`,
        [],
      ],
    ],
    [
      'an entry dated back',
      ['I03'],
      () => [`update ledger.entry set occurred_at = occurred_at - interval '1 day'`, []],
    ],
    [
      'a balance written by hand',
      ['I12'],
      () => [`update ledger.balance set amount = amount - 100 where account like 'seller_available:%'`, []],
    ],
    [
      'a doubled reservation',
      ['I16', 'I17'],
      () => [
        `insert into catalog.reservation (order_id, variant_id, quantity, status, expires_at)
         select order_id, variant_id, quantity, 'held', expires_at from catalog.reservation where order_id = $1`,
        [orders.waiting.id],
      ],
    ],
    [
      'a lost stock movement',
      ['I16', 'I17'],
      () => [`delete from catalog.stock_movement where order_id = $1 and cause = 'sold'`, [orders.captured.id]],
    ],
    [
      'goods on the shelf that nobody brought',
      ['I16'],
      () => [`update catalog.stock_level set on_hand = on_hand + 3`, []],
    ],
    [
      'more promised than there is',
      ['I16'],
      () => [`update catalog.stock_level set reserved = on_hand + 1 where variant_id = $1`, [trade.variantIds[0]]],
    ],
    [
      'a wrong order total',
      ['I06'],
      () => [`update orders."order" set total_amount = total_amount - 500 where id = $1`, [orders.captured.id]],
    ],
    [
      'a wrong price on a line',
      ['I06'],
      () => [`update orders.order_line set total_amount = total_amount + 100 where order_id = $1`, [orders.cash.id]],
    ],
    [
      'a commission lowered after the sale',
      ['I10'],
      () => [
        `update orders.sub_order set commission_amount = commission_amount - 10, due_amount = due_amount + 10
         where order_id = $1`,
        [orders.released.id],
      ],
    ],
    [
      'a forged order status',
      ['I21', 'I18'],
      () => [`update orders."order" set status = 'canceled' where id = $1`, [orders.captured.id]],
    ],
    [
      'a forged payment status',
      ['I21'],
      () => [`update payments.payment set status = 'captured' where order_id = $1`, [orders.canceled.id]],
    ],
    [
      'a step in the history that no arrow allows',
      ['I21'],
      () => [
        `insert into payments.status_change (object_id, previous, status, cause)
         select object_id, status, 'authorized', 'forged' from payments.status_change
         where object_id = $1 order by id desc limit 1`,
        [orders.captured.payment.id],
      ],
    ],
    [
      'an orphan capture',
      ['I05', 'I18', 'I20'],
      () => [
        `insert into payments.payment (id, order_id, order_number, method, status, status_cause, amount, currency, locale,
           return_token, captured_amount, captured_at)
         values (gen_random_uuid(), gen_random_uuid(), 'TZ-0RPHAN00', 'card', 'captured', 'x', 5000, 'MAD', 'fr', 't',
           5000, now())`,
        [],
      ],
    ],
    [
      'an order charged twice',
      ['I05', 'I23'],
      () => [
        `insert into payments.payment (id, order_id, order_number, method, status, status_cause, amount, currency, locale,
           return_token, captured_amount, captured_at, created_at)
         select gen_random_uuid(), order_id, order_number, method, status, status_cause, amount, currency, locale,
           return_token, captured_amount, captured_at, created_at - interval '1 hour'
         from payments.payment where order_id = $1`,
        [orders.captured.id],
      ],
    ],
    [
      'a refund nobody approved',
      ['I07', 'I08'],
      () => [`update payments.refund set amount = amount + 1000 where payment_id = $1`, [orders.refunded.payment.id]],
    ],
    [
      'a confirmed order nobody paid',
      ['I19'],
      () => [`update payments.payment set status = 'requires_action' where order_id = $1`, [orders.captured.id]],
    ],
    [
      'a cash order confirmed without its phone',
      ['I19'],
      () => [
        `update orders.status_change set cause = 'by hand' where order_id = $1 and status = 'confirmed'`,
        [orders.cash.id],
      ],
    ],
    [
      'a delivery that was never credited',
      ['I09'],
      () => [
        `with gone as (delete from ledger.entry where order_id = $1 and kind = 'P2' returning id)
         delete from ledger.line where entry_id in (select id from gone)`,
        [orders.cash.id],
      ],
    ],
    [
      'cash released before the courier handed it over',
      ['I14'],
      () => [`update ledger.share set released_at = now() where order_id = $1`, [orders.cash.id]],
    ],
    [
      'a change without a journal row',
      ['I22'],
      () => [`delete from platform.audit where subject = 'order:' || $1::text`, [orders.captured.number]],
    ],
    [
      'a share that names another cooperative',
      ['I25'],
      () => [`update ledger.share set cooperative_id = gen_random_uuid() where order_id = $1`, [orders.released.id]],
    ],
    [
      'an order whose lines were deleted',
      ['I06', 'I17', 'I20'],
      () => [`delete from orders.order_line where order_id = $1`, [orders.partly.id]],
    ],
    [
      'a call to the provider that nobody makes any more',
      ['I23'],
      () => [
        `update payments.payment set goal = 'capture', checked_at = now() - interval '1 hour' where order_id = $1`,
        [orders.captured.id],
      ],
    ],
  ];

  it.each(errors)('finds %s', async (_, expected, plant) => {
    const findings = await planted(...plant());
    expect(ids(findings)).toEqual(expect.arrayContaining(expected));
    expect(subjects(findings).length).toBeGreaterThan(0);
  });

  it('finds a trigger that was switched off', async () => {
    const findings = await planted('alter table ledger.line disable trigger append_only');
    expect(ids(findings)).toEqual(['I20']);
  });

  it('answers 1, names what differs, and finds nothing once it is put right', async () => {
    const change = `update catalog.stock_level set on_hand = on_hand + $2 where variant_id = $1`;
    await trade.database.query(change, [trade.variantIds[0], 1]);
    const { code, lines } = await check();
    expect(code).toBe(1);
    expect(lines).toContainEqual(expect.stringContaining(`variant ${trade.variantIds[0]}: expected`));
    expect(lines.at(-1)).toMatch(/1 of them broken, 1 differences$/);
    await trade.database.query(change, [trade.variantIds[0], -1]);
    expect((await check()).code).toBe(0);
  });
});

/** As if somebody had taken the guards down first. */
const withoutConstraints = `
  do $$
  declare made record;
  begin
    for made in select conrelid::regclass as relation, conname from pg_constraint
      where contype = 'c' and connamespace in ('catalog'::regnamespace, 'orders'::regnamespace, 'payments'::regnamespace)
    loop
      execute format('alter table %s drop constraint %I', made.relation, made.conname);
    end loop;
  end $$;
  drop index payments.one_live_payment;
  drop index catalog.reservation_once`;

import { orderStatuses, subOrderStatuses } from '@tiwizi/contracts';
import { Database, newId } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { InvalidTransition } from './order-errors.js';
import { arrowsOf, assertLateArrow, assertOrderArrow, nextOrderStatuses, type OrderStatus } from './order-status.js';
import {
  assertSubOrderArrow,
  isCancelable,
  nextSubOrderStatuses,
  stepsTo,
  type SubOrderStatus,
} from './sub-order-status.js';

const s2 = `
  draft → placed; placed → confirmed; confirmed → in_progress; in_progress → delivered; delivered → completed;
  placed → expired; placed → canceled; confirmed → canceled; in_progress → canceled`;
const s3 = `
  pending → accepted; accepted → preparing; preparing → ready; ready → shipped; shipped → delivered;
  delivered → completed; pending → rejected; pending → auto_rejected; accepted → canceled; preparing → canceled;
  ready → canceled; shipped → refused; shipped → undeliverable; refused → returning; undeliverable → returning;
  returning → returned; delivered → return_requested; return_requested → return_approved; return_approved → returned;
  return_requested → return_rejected`;
const arrows = (text: string): Set<string> => new Set(text.split(';').map((arrow) => arrow.trim()));

const pairs = <T extends string>(statuses: readonly T[]): [T, T][] =>
  statuses.flatMap((from) => statuses.map((to): [T, T] => [from, to]));

describe('S2, the arrows of an order', () => {
  it('are those of the rules, and every other pair is refused', () => {
    for (const [from, to] of pairs(orderStatuses)) {
      const attempt = () => assertOrderArrow(from, to);
      if (arrows(s2).has(`${from} → ${to}`)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(InvalidTransition);
    }
  });

  it('let a late payment, and nothing else, confirm an expired order (F04)', () => {
    for (const from of orderStatuses) {
      const attempt = () => assertLateArrow(from);
      if (from === 'placed' || from === 'expired') expect(attempt).not.toThrow();
      else expect(attempt).toThrow(InvalidTransition);
    }
  });

  it.each<[OrderStatus, SubOrderStatus[], OrderStatus[]]>([
    ['confirmed', ['pending', 'pending'], []],
    ['confirmed', ['accepted', 'pending'], ['in_progress']],
    ['confirmed', ['rejected', 'pending'], []],
    ['confirmed', ['rejected', 'auto_rejected'], ['canceled']],
    ['in_progress', ['rejected', 'pending'], []],
    ['in_progress', ['delivered', 'shipped'], []],
    ['in_progress', ['delivered', 'rejected'], ['delivered']],
    ['in_progress', ['delivered', 'returning'], []],
    ['in_progress', ['delivered', 'returned'], ['delivered']],
    ['in_progress', ['returned', 'undeliverable'], ['canceled']],
    ['in_progress', ['completed', 'rejected'], ['delivered', 'completed']],
    ['delivered', ['completed', 'delivered'], []],
    ['delivered', ['completed', 'return_rejected'], ['completed']],
    ['delivered', ['returned'], ['completed']],
    ['delivered', ['return_requested', 'completed'], []],
    ['placed', ['pending'], []],
    ['expired', ['pending'], []],
    ['canceled', ['canceled'], []],
  ])('from %s with parcels %j lead to %j', (status, parcels, expected) => {
    expect(arrowsOf(status, parcels)).toEqual(expected);
  });

  it('are never left, however the parcels stand', () => {
    for (const status of orderStatuses) {
      for (const [one, other] of pairs(subOrderStatuses)) {
        let at = status;
        for (const next of arrowsOf(status, [one, other])) {
          assertOrderArrow(at, next);
          at = next;
        }
      }
    }
  });
});

describe('S3, the arrows of a sub-order', () => {
  it('are those of the rules, and every other pair is refused', () => {
    for (const [from, to] of pairs(subOrderStatuses)) {
      const attempt = () => assertSubOrderArrow(from, to);
      if (arrows(s3).has(`${from} → ${to}`)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(InvalidTransition);
    }
  });

  it('make packing and handing over one gesture each', () => {
    expect(stepsTo('accepted', 'ready')).toEqual(['preparing', 'ready']);
    expect(stepsTo('accepted', 'shipped')).toEqual(['preparing', 'ready', 'shipped']);
    expect(stepsTo('ready', 'shipped')).toEqual(['shipped']);
    for (const from of subOrderStatuses.filter((status) => !['accepted', 'preparing', 'ready'].includes(status))) {
      expect(() => stepsTo(from, 'shipped')).toThrow(InvalidTransition);
    }
    expect(() => stepsTo('ready', 'ready')).toThrow(InvalidTransition);
  });

  it('let an order be canceled as long as nothing is on the road', () => {
    expect(subOrderStatuses.filter(isCancelable)).toEqual(['pending', 'accepted', 'preparing', 'ready']);
  });
});

describe('the history', () => {
  let app: TestApp;
  let database: Database;
  const [orderId, partId] = [newId(), newId()];
  beforeAll(async () => {
    app = await startApp({ modules: [] });
    database = app.get(Database);
    await database.query(
      `insert into orders."order" (id, number, checkout_id, cart_id, status, payment_method, currency, goods_amount,
         shipping_amount, total_amount, due_amount, contact_name, phone, locale, address, secret_salt, placed_at, expires_at)
       values ($1, 'TZ-00000000', $1, $1, 'placed', 'card', 'MAD', 0, 0, 0, 0, 'Itto', '+212612345678', 'fr', '{}',
         '0123456789abcdef', now(), now())`,
      [orderId],
    );
    await database.query(
      `insert into orders.sub_order (id, order_id, position, number, cooperative_id, cooperative_slug, cooperative_name,
         cooperative_name_locale, cooperative_emblem, status, currency, goods_amount, shipping_amount, total_amount,
         commission_bps, commission_amount, vat_bps, vat_amount, due_amount, delivery_option, delivery_by)
       values ($1, $2, 1, 'TZ-00000000-1', $1, 'a', 'A', 'fr', '', 'pending', 'MAD', 0, 0, 0, 0, 0, 0, 0, 0, 'home', now())`,
      [partId, orderId],
    );
  });
  afterAll(() => app.close());

  const isTaken = (subOrderId: string | null, previous: string, status: string): Promise<boolean> =>
    database
      .query(
        `insert into orders.status_change (order_id, sub_order_id, previous, status, actor, at)
         values ($1, $2, $3, $4, 'system', now())`,
        [orderId, subOrderId, previous, status],
      )
      .then(() => true)
      .catch((error: Error) => {
        expect(error.message).toContain('only_these_arrows');
        return false;
      });

  it('takes the same arrows in the database, and the two that need a whole order', async () => {
    for (const [from, to] of pairs(orderStatuses)) {
      const isArrow = nextOrderStatuses[from].includes(to) || (from === 'expired' && to === 'confirmed');
      expect([from, to, await isTaken(null, from, to)]).toEqual([from, to, isArrow]);
    }
    for (const [from, to] of pairs(subOrderStatuses)) {
      const isArrow = nextSubOrderStatuses[from].includes(to) || (from === 'pending' && to === 'canceled');
      expect([from, to, await isTaken(partId, from, to)]).toEqual([from, to, isArrow]);
    }
  });

  it('is never rewritten, and nothing sold is deleted', async () => {
    await expect(database.query('update orders.status_change set actor = $1', ['x'])).rejects.toThrow('append-only');
    for (const table of ['status_change', 'sub_order', '"order"']) {
      await expect(database.query(`delete from orders.${table}`)).rejects.toThrow('append-only');
    }
  });

  it('goes with sums that must agree', async () => {
    const broken = [
      `update orders."order" set total_amount = 1`,
      `update orders."order" set due_amount = 1`,
      `update orders.sub_order set due_amount = 1`,
      `update orders.sub_order set commission_amount = 1`,
      `update orders.sub_order set total_amount = 1`,
    ];
    for (const statement of broken) await expect(database.query(statement)).rejects.toThrow('check constraint');
  });
});

import { idempotencyKey } from '@tiwizi/testing';
import { OrdersApi } from '../orders.api.js';
import { Market, newPhone, type Placed } from '../testing/market.js';

describe('what time does to orders', () => {
  let market: Market;
  let cooperativeId: string;
  beforeAll(async () => {
    market = await Market.open();
    cooperativeId = await market.cooperative();
  });
  afterAll(() => market.close());

  const isPast = (placed: Placed) =>
    market.database.query(`update orders."order" set expires_at = now() - interval '1 second' where id = $1`, [
      placed.id,
    ]);
  const unanswered = (placed: Placed) =>
    market.database.query(`update orders.sub_order set accept_by = now() where order_id = $1`, [placed.id]);
  const ended = async (placed: Placed) =>
    market.database.query<{ status: string }>(
      `select data -> 'payload' ->> 'status' as status from jobs.job
       where data ->> 'event' = 'orders.order-ended.v1' and data -> 'payload' ->> 'number' = $1`,
      [placed.number],
    );
  const confirm = (placed: Placed) =>
    market.database.transaction((tx) => market.app.get(OrdersApi).confirm(tx, placed.id, 'payment'));

  it('expires what nobody confirmed, and gives the goods back, once', async () => {
    const variantId = await market.shelve(cooperativeId);
    const [late, early] = [await market.order([{ variantId, quantity: 3 }]), await market.order([{ variantId }])];
    await isPast(late);
    await Promise.all([market.app.runScheduled('orders/expire'), market.app.runScheduled('orders/expire')]);
    await market.app.runScheduled('orders/expire');
    expect(await market.show(late)).toMatchObject({ status: 'expired', subOrders: [{ status: 'canceled' }] });
    expect((await market.show(early)).status).toBe('placed');
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 1 });
    expect(await ended(late)).toEqual([{ status: 'expired' }]);
    const { body } = await market.confirmWith(late, await market.codeOf(late)).expect(409);
    expect(body.code).toBe('invalid_transition');
    expect((await market.cancel(late).expect(409)).body.code).toBe('invalid_transition');
  });

  it('does not let one order it cannot expire hold up the others', async () => {
    const variantId = await market.shelve(cooperativeId);
    const [broken, whole] = [await market.order([{ variantId }]), await market.order([{ variantId }])];
    await market.database.query(`update orders."order" set expires_at = now() - interval '1 hour' where id = $1`, [
      broken.id,
    ]);
    await isPast(whole);
    await market.database.query(`
      create function refuse_one() returns trigger language plpgsql as
        $$ begin if new.order_id = '${broken.id}' then raise exception 'broken'; end if; return new; end $$;
      create trigger broken before insert on orders.status_change for each row execute function refuse_one()`);
    await market.app.runScheduled('orders/expire');
    expect((await market.show(whole)).status).toBe('expired');
    expect((await market.show(broken)).status).toBe('placed');
    await market.database.query('drop trigger broken on orders.status_change');
    await market.app.runScheduled('orders/expire');
    expect((await market.show(broken)).status).toBe('expired');
  });

  it('confirms or expires, never both, when it happens at once', async () => {
    const variantId = await market.shelve(cooperativeId, { stock: 5 });
    const placed = await market.order([{ variantId }], 'card');
    await isPast(placed);
    await Promise.all([confirm(placed), market.app.runScheduled('orders/expire')]);
    expect((await market.show(placed)).status).toBe('confirmed');
    expect(await market.stock(variantId)).toEqual({ onHand: 4, reserved: 0 });
  });

  it('F04: a payment that comes late confirms the order when the goods remain, and only then', async () => {
    const variantId = await market.shelve(cooperativeId, { stock: 2 });
    const first = await market.order([{ variantId, quantity: 2 }], 'card');
    await isPast(first);
    await market.app.runScheduled('orders/expire');
    const other = await market.order([{ variantId, quantity: 2 }], 'card');
    expect(await confirm(first)).toBe('impossible');
    expect((await market.show(first)).status).toBe('expired');
    await isPast(other);
    await market.app.runScheduled('orders/expire');
    expect(await confirm(first)).toBe('confirmed');
    expect(await confirm(first)).toBe('already');
    expect(await market.show(first)).toMatchObject({ status: 'confirmed', subOrders: [{ status: 'pending' }] });
    expect(await market.stock(variantId)).toEqual({ onHand: 0, reserved: 0 });
  });

  it('F22: waits for the buyer’s bank once, until 45 minutes after placing', async () => {
    const variantId = await market.shelve(cooperativeId);
    const placed = await market.order([{ variantId }], 'card');
    const extend = () => market.database.transaction((tx) => market.app.get(OrdersApi).extend(tx, placed.id));
    const until = await extend();
    expect(await extend()).toBeNull();
    const [held] = await market.database.query<{ expires_at: Date }>(
      'select expires_at from catalog.reservation where order_id = $1',
      [placed.id],
    );
    expect(held!.expires_at).toEqual(until);
    const view = await market.show(placed);
    expect(until!.getTime() - new Date(view.placedAt).getTime()).toBe(45 * 60_000);
    const cash = await market.order([{ variantId }]);
    expect(await market.database.transaction((tx) => market.app.get(OrdersApi).extend(tx, cash.id))).toBeNull();
  });

  it('rejects what a cooperative left unanswered for 48 hours, tells the buyer and restocks', async () => {
    const neighbour = await market.cooperative();
    const [own, other] = [await market.shelve(cooperativeId), await market.shelve(neighbour)];
    const placed = await market.confirmed([{ variantId: own, quantity: 2 }, { variantId: other }]);
    const { subOrders } = await market.show(placed);
    await market.seller(neighbour).gesture(subOrders[1]!.id, 'accept').expect(200);
    await unanswered(placed);
    await Promise.all([1, 2].map(() => market.app.runScheduled('orders/reject-unanswered')));
    const view = await market.show(placed);
    expect(view).toMatchObject({
      status: 'in_progress',
      subOrders: [{ status: 'auto_rejected' }, { status: 'accepted' }],
    });
    expect(view.payment.amount).toEqual(view.subOrders[1]!.total);
    expect(await market.stock(own)).toEqual({ onHand: 10, reserved: 0 });
    const late = await market.seller(cooperativeId).gesture(subOrders[0]!.id, 'accept').expect(409);
    expect(late.body.code).toBe('invalid_transition');
  });

  it('lets the unanswered parcels of an order go when payments asks', async () => {
    const variantId = await market.shelve(cooperativeId);
    const placed = await market.confirmed([{ variantId }]);
    const reject = () =>
      market.database.transaction((tx) =>
        market.app.get(OrdersApi).rejectPending(tx, placed.id, 'capture-after-24-hours'),
      );
    await reject();
    await reject();
    expect(await market.show(placed)).toMatchObject({ status: 'canceled', subOrders: [{ status: 'auto_rejected' }] });
    expect(await ended(placed)).toHaveLength(1);
    expect(await market.stock(variantId)).toEqual({ onHand: 10, reserved: 0 });
  });

  it('changes a card order to cash, within the limits of cash, and sends a code', async () => {
    const variantId = await market.shelve(cooperativeId, { amount: 150_000 });
    const change = (placed: Placed) =>
      market.database.transaction((tx) => market.app.get(OrdersApi).payByCash(tx, placed.id));
    const placed = await market.order([{ variantId }], 'card');
    await change(placed);
    await change(placed);
    const { payment } = await market.show(placed);
    if (payment.nextAction?.type !== 'confirm-phone') throw new Error('no code is asked for');
    const hours = (new Date(payment.nextAction.expiresAt).getTime() - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(48);
    await market.confirmWith(placed, await market.codeOf(placed)).expect(200);
    const dear = await market.order([{ variantId, quantity: 2 }], 'card', newPhone());
    await expect(change(dear)).rejects.toMatchObject({ code: 'orders/cod-limit-exceeded' });
    await market.cancel(dear).expect(200);
    await expect(change(dear)).rejects.toMatchObject({ code: 'invalid_transition' });
  });

  it('tells payments whose an order is, and how it is shared', async () => {
    const api = market.app.get(OrdersApi);
    const accountId = '019abc00-0000-7000-8000-00000000000a';
    const cookie = market.app.signIn({ accountId });
    const checkoutId = await market.checkout([{ variantId: await market.shelve(cooperativeId) }], 'card');
    const { body: placed } = await market.place(checkoutId, { cookie, key: idempotencyKey() }).expect(201);
    const { number, token } = placed;
    expect(await api.payable({ number, accountId })).toMatchObject({
      orderId: placed.id,
      status: 'placed',
      method: 'card',
      isOwner: true,
      contact: { token },
    });
    expect(await api.payable({ number, token })).toMatchObject({ isOwner: true });
    expect(await api.payable({ number, token: 'wrong', accountId: null })).toMatchObject({ isOwner: false });
    expect(await api.payable({ orderId: placed.id })).toMatchObject({ isOwner: false, currency: 'MAD' });
    expect(await api.payable({ number: 'TZ-00000000' })).toBeNull();
    const [share] = await api.shares(null, placed.id);
    const payable = await api.payable({ orderId: placed.id });
    expect(share).toMatchObject({
      subOrderNumber: `${number}-1`,
      cooperativeId,
      status: 'pending',
      totalAmount: payable!.totalAmount,
    });
    expect(await market.database.transaction((tx) => api.shares(tx, placed.id))).toEqual([share]);
  });
});

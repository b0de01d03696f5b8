import { eventually, idempotencyKey } from '@tiwizi/testing';
import { refundsOf } from './testing/by-hand.js';
import { Till, type Placed } from './testing/till.js';

describe('the money of parcels', () => {
  let till: Till;
  let variants: [string, string];
  beforeAll(async () => {
    till = await Till.open();
    variants = [
      await till.shelve(await till.cooperative(), { stock: 100 }),
      await till.shelve(await till.cooperative(), { stock: 100 }),
    ];
  });
  afterAll(() => till.close());

  const handOver = async (placed: Placed) => {
    for (const part of await till.subOrders(placed)) {
      for (const gesture of ['accept', 'ready', 'shipments']) await till.gesture(part, gesture, {});
    }
    return till.database.query<{ id: string; cash: string | null }>(
      `select shipment.id, cash_to_collect_amount as cash from shipping.shipment
       join orders.sub_order on sub_order.id = sub_order_id where order_id = $1 order by position`,
      [placed.id],
    );
  };
  const track = async ({ id, cash }: { id: string; cash: string | null }, status: string) => {
    const isCash = status === 'delivered' && cash;
    await till.app.http
      .post(`/api/v1/admin/shipments/${id}/events`)
      .set('Cookie', till.app.signIn({ roles: ['finance'] }))
      .set('Idempotency-Key', idempotencyKey())
      .send({ status, ...(isCash && { cashCollected: { amount: Number(cash), currency: 'MAD' } }) })
      .expect(200);
  };
  const deliver = async (shipment: { id: string; cash: string | null }) => {
    for (const status of ['in_transit', 'out_for_delivery', 'delivered']) await track(shipment, status);
  };

  it('paid by card: one arrives and is credited, the lost one is given back, exactly', async () => {
    const placed = await till.heldOrder(variants);
    const [arrives, lost] = await handOver(placed);
    await till.untilPayment(placed, 'captured');
    await deliver(arrives!);
    await track(lost!, 'lost');
    await till.untilPayment(placed, 'partially_refunded');
    const half = placed.payment.amount.amount / 2;
    expect(await till.payment(placed)).toMatchObject({ captured: 2 * half, refunded: half });
    await eventually(async () =>
      expect((await till.postings(placed)).sort()).toEqual([
        `P1 ${2 * half}`,
        `P11 ${half}`,
        `P11 ${half}`,
        `P2 ${half}`,
      ]),
    );
  });

  it('paid at the door: what the couriers collected is the payment once every parcel has come to its end', async () => {
    const placed = await till.order(variants, 'cash-on-delivery');
    const [job] = await till.database.query<{ code: string }>(
      `select data -> 'payload' ->> 'code' as code from jobs.job where data -> 'payload' ->> 'orderId' = $1
         and data ->> 'event' = 'orders.confirmation-code-issued.v1'`,
      [placed.id],
    );
    await till.app.http
      .post(`/api/v1/orders/${placed.number}/confirm`)
      .query({ token: placed.token })
      .send({ code: job?.code })
      .expect(200);
    const [arrives, lost] = await handOver(placed);
    await deliver(arrives!);
    const half = placed.payment.amount.amount / 2;
    await eventually(async () => expect(await till.postings(placed)).toEqual([`P7 ${half}`, `P2 ${half}`]));
    expect(await till.payment(placed)).toMatchObject({ status: 'created', captured: 0 });
    await track(lost!, 'lost');
    await till.untilPayment(placed, 'captured');
    expect(await till.payment(placed)).toMatchObject({ captured: half });
    expect(await till.postings(placed)).toEqual([`P7 ${half}`, `P2 ${half}`]);
    expect(await refundsOf(till, placed)).toEqual([]);
  });
});

import type { Trade } from './trade.js';

/** Orders of every kind, from those that wait to those whose money has arrived with the cooperative. */
export async function aWeekOfTrade(trade: Trade) {
  const released = await trade.held();
  await trade.deliver(released);
  await trade.untilPayment(released, 'captured');
  await trade.quiet();
  await trade.releaseShares();

  const captured = await trade.held();
  const refunded = await trade.held();
  for (const order of [captured, refunded]) {
    for (const part of await trade.parts(order)) await trade.gesture(part, 'accept').expect(200);
    await trade.untilPayment(order, 'captured');
  }
  await trade.call(refunded, 'cancel').expect(200);
  await trade.untilPayment(refunded, 'refunded');

  const partly = await trade.held();
  const [first, second] = await trade.parts(partly);
  await trade.gesture(first!, 'accept').expect(200);
  await trade.gesture(second!, 'reject', { reason: 'no-stock' }).expect(200);
  await trade.untilPayment(partly, 'captured');

  const cash = await trade.order(trade.both, 'cash-on-delivery');
  await trade.confirmByCode(cash);
  await trade.deliver(cash);

  const waiting = await trade.order(trade.both, 'card');
  const canceled = await trade.order(trade.both, 'card');
  await trade.call(canceled, 'cancel').expect(200);
  await trade.untilPayment(canceled, 'canceled');

  const transfer = await trade.order(trade.both, 'bank-transfer');
  await trade.app.http
    .post(`/api/v1/admin/payments/${transfer.payment.id}/transfer`)
    .set('Cookie', trade.app.signIn({ roles: ['finance'] }))
    .set('Idempotency-Key', 'the-only-line-of-the-statement')
    .send({ amount: transfer.payment.amount, bankReference: 'V-1' })
    .expect(200);
  return { released, captured, refunded, partly, cash, waiting, canceled, transfer };
}

import type { OrderEndedV1, PayloadOf } from '@tiwizi/contracts';
import { OnOrderEnded } from '../events/on-order-ended.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { DecideCapture } from '../use-cases/decide-capture.js';
import { StartCardPayment } from '../use-cases/start-card-payment.js';
import type { Till } from './till.js';

/** What the request that places an order does after its commit, and a press of Pay. */
export async function startPayment(till: Till, order: { id: string }): Promise<void> {
  const payment = await till.app.get(PaymentBook).ofOrder(order.id);
  await till.app.get(StartCardPayment).execute(payment!);
}

export async function decideCapture(till: Till, order: { id: string }): Promise<void> {
  await till.database.transaction(async (tx) => {
    const payment = await till.app.get(PaymentBook).holdOfOrder(tx, order.id);
    await till.app.get(DecideCapture).execute(tx, payment!);
  });
}

/** The message that an order ended lies in the queue; here it reaches its handler. */
export async function tellThatItEnded(till: Till, order: { id: string }): Promise<void> {
  const [job] = await till.database.query<{ payload: PayloadOf<typeof OrderEndedV1> }>(
    `select data -> 'payload' as payload from jobs.job
     where data ->> 'event' = 'orders.order-ended.v1' and data -> 'payload' ->> 'orderId' = $1`,
    [order.id],
  );
  await till.database.transaction((tx) => till.app.get(OnOrderEnded).handle(tx, job!.payload));
}

export async function refundsOf(till: Till, order: { id: string }): Promise<{ id: string; status: string }[]> {
  return till.database.query(
    `select refund.id, refund.status from payments.refund join payments.payment on payment.id = payment_id
     where order_id = $1 order by refund.id`,
    [order.id],
  );
}

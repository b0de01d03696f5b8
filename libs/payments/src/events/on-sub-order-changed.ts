import { SubOrderChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { isDelivered, isGivenUp } from '../domain/capture-plan.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { DecideCapture } from '../use-cases/decide-capture.js';
import { RefundOverShares } from '../use-cases/refund-over-shares.js';

/** Cooperatives accept, give up and deliver: the hold is captured, money goes back, cash is in. */
@EventConsumer()
export class OnSubOrderChanged implements EventHandler<typeof SubOrderChangedV1> {
  readonly name = 'payments/on-sub-order-changed';
  readonly event = SubOrderChangedV1;

  constructor(
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly deciding: DecideCapture,
    private readonly overShares: RefundOverShares,
  ) {}

  async handle(tx: EntityManager, event: PayloadOf<typeof SubOrderChangedV1>): Promise<void> {
    const payment = await this.book.holdOfOrder(tx, event.orderId);
    if (!payment) return;
    if (payment.method === 'cash-on-delivery') return this.collect(tx, payment);
    if (payment.status === 'authorized') return this.deciding.execute(tx, payment);
    // What came back after its delivery is another posting (P12), decided by a person.
    if (payment.capturedAmount > 0 && event.previous !== 'return_approved') await this.overShares.execute(tx, payment);
  }

  /** Every parcel is with its buyer or given up: what the couriers collected is the payment. */
  private async collect(tx: EntityManager, payment: Payment): Promise<void> {
    if (payment.status !== 'created') return;
    const shares = await this.orders.shares(tx, payment.orderId);
    const received = shares.filter(isDelivered);
    if (!received.length || !shares.every((share) => isDelivered(share) || isGivenUp(share))) return;
    payment.take(
      received.reduce((sum, { totalAmount }) => sum + totalAmount, 0),
      new Date(),
    );
    await this.book.become(tx, payment, 'captured', 'cash-collected');
  }
}

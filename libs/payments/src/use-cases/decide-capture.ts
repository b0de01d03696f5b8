import { Injectable } from '@nestjs/common';
import { ProviderActionDueV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { CapturedShare } from '../domain/captured-share.js';
import { planCapture } from '../domain/capture-plan.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';

/** On a held payment whose money waits at the bank: what to take of it, once the cooperatives have answered. */
@Injectable()
export class DecideCapture {
  constructor(
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: EntityManager, payment: Payment, now = new Date()): Promise<void> {
    if (payment.status !== 'authorized' || payment.goal || !payment.authorizedAt) return;
    const { id: paymentId, orderId, authorizedAt, captureBefore } = payment;
    const shares = await this.orders.shares(tx, orderId);
    const plan = planCapture(shares, { authorizedAt, captureBefore, now });
    if (plan.do === 'wait') return;
    // Decided once: the provider is asked for the same amount however often it must be asked.
    payment.goal = plan.do;
    if (plan.do === 'capture') {
      payment.captureAmount = plan.shares.reduce((sum, { totalAmount }) => sum + totalAmount, 0);
      const rows = plan.shares.map(({ subOrderId, subOrderNumber, cooperativeId, totalAmount }) => ({
        paymentId,
        subOrderId,
        subOrderNumber,
        cooperativeId,
        amount: totalAmount,
      }));
      await tx.insert(CapturedShare, rows);
    }
    await this.book.keep(tx, payment);
    if (shares.some(({ status }) => status === 'pending')) {
      // Its money is let go: nobody may accept it any more.
      await this.orders.rejectPending(tx, orderId, `payment:${paymentId}`);
    }
    await this.outbox.publish(tx, ProviderActionDueV1, { paymentId, action: plan.do, refundId: null });
  }
}

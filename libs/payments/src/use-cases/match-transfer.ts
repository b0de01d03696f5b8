import { Injectable } from '@nestjs/common';
import { PaymentSettledV1, type Money } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { NotFound } from '@tiwizi/http';
import { LedgerApi } from '@tiwizi/ledger';
import { OrdersApi } from '@tiwizi/orders';
import { Database } from '@tiwizi/persistence';
import { CapturedShare } from '../domain/captured-share.js';
import { Payment } from '../domain/payment.js';
import { AmountDiffers, NotPayable } from '../domain/payment-errors.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { ReturnOrphan } from './return-orphan.js';

export interface Transfer {
  paymentId: string;
  amount: Money;
  bankReference: string;
  actor: string;
}

/** P9: somebody of finance found the transfer on the bank's statement, in full. */
@Injectable()
export class MatchTransfer {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly ledger: LedgerApi,
    private readonly orphans: ReturnOrphan,
    private readonly outbox: Outbox,
  ) {}

  /** The same line of the statement, matched twice, is one payment. */
  async execute({ paymentId, amount, bankReference, actor }: Transfer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payment = await tx.findOne(Payment, { where: { id: paymentId }, lock: { mode: 'pessimistic_write' } });
      if (!payment || payment.method !== 'bank-transfer') throw new NotFound();
      const cause = `bank:${bankReference}`;
      if (payment.status === 'captured' && payment.statusCause === cause) return;
      if (payment.status !== 'created') throw new NotPayable();
      if (amount.amount !== payment.amount || amount.currency !== payment.currency) throw new AmountDiffers();
      payment.take(amount.amount, new Date());
      await this.book.become(tx, payment, 'captured', cause, actor);
      const { orderId } = payment;
      if ((await this.orders.confirm(tx, orderId, `payment:${paymentId}`)) === 'impossible') {
        await this.orphans.execute(tx, payment, 'bank:main');
        return;
      }
      const sold = await this.orders.shares(tx, orderId);
      const paid = sold.map(({ subOrderId, subOrderNumber, cooperativeId, totalAmount }) =>
        tx.create(CapturedShare, { paymentId, subOrderId, subOrderNumber, cooperativeId, amount: totalAmount }),
      );
      await tx.insert(CapturedShare, paid);
      const shares = sold.map(({ totalAmount, currency, ...share }) => ({
        ...share,
        total: { amount: totalAmount, currency },
      }));
      await this.ledger.transferMatched(tx, { paymentId, orderId, shares, bankReference });
      const settled = { paymentId, orderId, outcome: 'captured' as const, declineCode: null };
      await this.outbox.publish(tx, PaymentSettledV1, settled);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { LedgerApi } from '@tiwizi/ledger';
import type { EntityManager } from '@tiwizi/persistence';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { RequestRefund } from './request-refund.js';

/** P10: money came for an order that can no longer be served. It is nobody's but the payer's, and goes back. */
@Injectable()
export class ReturnOrphan {
  constructor(
    private readonly book: PaymentBook,
    private readonly ledger: LedgerApi,
    private readonly refunds: RequestRefund,
  ) {}

  async execute(tx: EntityManager, payment: Payment, from: 'psp:stripe' | 'bank:main'): Promise<void> {
    const { id: paymentId, orderId, currency, capturedAmount: amount } = payment;
    await this.ledger.moneyOrphaned(tx, { paymentId, orderId, from, amount: { amount, currency } });
    await this.book.become(tx, payment, 'orphaned', 'no-order');
    await this.refunds.execute(tx, payment, { subOrderId: null, amount, cause: 'no-order' });
  }
}

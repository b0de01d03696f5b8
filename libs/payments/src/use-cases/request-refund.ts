import { Injectable } from '@nestjs/common';
import { ProviderActionDueV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { LedgerApi } from '@tiwizi/ledger';
import { AuditJournal, newId, type EntityManager } from '@tiwizi/persistence';
import { Refund } from '../domain/refund.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';

export interface RefundRight {
  /** Null gives back money that never reached a sub-order. */
  subOrderId: string | null;
  amount: number;
  cause: string;
}

/** Money the buyer must get back, on a payment that is held: owed from here on, and asked for at the provider once. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly book: PaymentBook,
    private readonly ledger: LedgerApi,
    private readonly outbox: Outbox,
    private readonly audit: AuditJournal,
  ) {}

  /** Claimed twice, a right is one refund. */
  async execute(tx: EntityManager, payment: Payment, { subOrderId, amount, cause }: RefundRight): Promise<void> {
    const businessKey = subOrderId ? `sub-order:${subOrderId}` : `orphan:${payment.id}`;
    if (await tx.existsBy(Refund, { businessKey })) return;
    payment.promiseRefund(amount);
    await this.book.keep(tx, payment);
    const { id: paymentId, currency, orderId } = payment;
    const now = new Date();
    const refund = tx.create(Refund, {
      id: newId(),
      paymentId,
      subOrderId,
      businessKey,
      amount,
      currency,
      cause,
      status: 'requested',
      providerRefundId: null,
      createdAt: now,
      checkedAt: now,
    });
    await tx.insert(Refund, refund);
    refund.become('approved');
    await tx.update(Refund, refund.id, { status: refund.status });
    await this.ledger.refundApproved(tx, { refundId: refund.id, orderId, subOrderId, amount: { amount, currency } });
    await this.audit.record(tx, {
      action: 'payments.refund-approved',
      subject: `order:${payment.orderNumber}`,
      actor: 'system',
      cause,
      details: { refundId: refund.id, subOrderId, amount },
    });
    await this.outbox.publish(tx, ProviderActionDueV1, { paymentId, action: 'refund', refundId: refund.id });
  }
}

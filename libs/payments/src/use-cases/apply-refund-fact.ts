import { Injectable } from '@nestjs/common';
import { PaymentSettledV1 } from '@tiwizi/contracts';
import { Outbox, ProcessLog } from '@tiwizi/events';
import { LedgerApi } from '@tiwizi/ledger';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import type { Payment } from '../domain/payment.js';
import { refundArrows, Refund } from '../domain/refund.js';
import { PaymentBook } from '../persistence/payment-book.js';
import type { ProviderRefund } from '../provider/card-provider.js';

/** What the provider says of a refund, made true here; the payment is held, so one fact is applied at a time. */
@Injectable()
export class ApplyRefundFact {
  constructor(
    private readonly book: PaymentBook,
    private readonly ledger: LedgerApi,
    private readonly audit: AuditJournal,
    private readonly outbox: Outbox,
    private readonly log: ProcessLog,
  ) {}

  async execute(tx: EntityManager, payment: Payment, refundId: string, fact: ProviderRefund): Promise<void> {
    const refund = await tx.findOneByOrFail(Refund, { id: refundId, paymentId: payment.id });
    const previous = refund.status;
    refund.checkedAt = new Date();
    if (!refundArrows[previous]?.includes(fact.status)) {
      await tx.update(Refund, refund.id, { checkedAt: refund.checkedAt });
      return;
    }
    refund.become(fact.status);
    const { status, checkedAt } = refund;
    await tx.update(Refund, refund.id, { status, checkedAt, providerRefundId: fact.providerRefundId });
    await this.audit.record(tx, {
      action: `payments.refund-${status}`,
      subject: `order:${payment.orderNumber}`,
      actor: 'system',
      cause: 'provider',
      details: { refundId, previous, amount: refund.amount },
    });
    if (status === 'succeeded') await this.succeeded(tx, payment, refund);
    if (status === 'failed') await this.failed(tx, payment, refund, previous === 'succeeded');
  }

  private async succeeded(tx: EntityManager, payment: Payment, refund: Refund): Promise<void> {
    payment.settleRefund(refund.amount);
    await this.ledger.refundExecuted(tx, this.execution(payment, refund));
    await this.showRefunds(tx, payment);
    const { id: paymentId, orderId } = payment;
    await this.outbox.publish(tx, PaymentSettledV1, { paymentId, orderId, outcome: 'refunded', declineCode: null });
  }

  /** The buyer's bank did not take it: it is owed as before, and a person must find another way. */
  private async failed(tx: EntityManager, payment: Payment, refund: Refund, wasExecuted: boolean): Promise<void> {
    this.log.error({ refundId: refund.id, orderNumber: payment.orderNumber }, 'a refund failed: it is still owed');
    if (!wasExecuted) return;
    payment.reopenRefund(refund.amount);
    await this.ledger.refundFailed(tx, this.execution(payment, refund));
    await this.showRefunds(tx, payment);
  }

  private async showRefunds(tx: EntityManager, payment: Payment): Promise<void> {
    const status = payment.statusByRefunds;
    if (status === payment.status) await this.book.keep(tx, payment);
    else await this.book.become(tx, payment, status, 'refund');
  }

  private execution(
    { orderId, currency }: Payment,
    { id: refundId, subOrderId, amount }: Refund,
  ): Parameters<LedgerApi['refundExecuted']>[1] {
    return { refundId, orderId, subOrderId, amount: { amount, currency }, provider: 'stripe' };
  }
}

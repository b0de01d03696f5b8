import { Injectable } from '@nestjs/common';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { Payment } from '../domain/payment.js';
import type { PaymentStatus } from '../domain/payment-status.js';

/** Payments as rows: held, moved on along the arrows with their journal, and kept. */
@Injectable()
export class PaymentBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditJournal,
  ) {}

  find(id: string): Promise<Payment | null> {
    return this.database.dataSource.manager.findOneBy(Payment, { id });
  }

  findByIntent(intentId: string): Promise<Payment | null> {
    return this.database.dataSource.manager.findOneBy(Payment, { intentId });
  }

  /** The payment an order waits for; when none is alive, the one that ended last. */
  async ofOrder(orderId: string, tx: EntityManager = this.database.dataSource.manager): Promise<Payment | null> {
    return tx.findOne(Payment, { where: { orderId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Whoever wants to change the payment waits here. */
  async hold(tx: EntityManager, id: string): Promise<Payment> {
    return tx.findOneOrFail(Payment, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async holdOfOrder(tx: EntityManager, orderId: string): Promise<Payment | null> {
    const payment = await this.ofOrder(orderId, tx);
    return payment && this.hold(tx, payment.id);
  }

  /** Every arrow on the way is a change of its own, in the history and in the journal. */
  async become(
    tx: EntityManager,
    payment: Payment,
    status: PaymentStatus,
    cause: string,
    actor = 'system',
  ): Promise<void> {
    for (const step of payment.stepsTo(status)) {
      const previous = payment.status;
      payment.become(step, cause);
      await this.keep(tx, payment);
      await this.audit.record(tx, {
        action: `payments.payment-${step.replaceAll('_', '-')}`,
        subject: `order:${payment.orderNumber}`,
        actor,
        cause,
        details: { paymentId: payment.id, previous },
      });
    }
  }

  async keep(tx: EntityManager, payment: Payment): Promise<void> {
    payment.checkedAt = new Date();
    await tx.save(payment, { transaction: false, reload: false });
  }
}

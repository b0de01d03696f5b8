import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { Refund } from '../domain/refund.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { CardProvider, type ProviderRefund } from '../provider/card-provider.js';
import { ApplyRefundFact } from './apply-refund-fact.js';

/**
 * Gives an approved refund to the provider. That it is being given is written down first; whoever finds it so looks
 * for it at the provider before asking, and asks with the refund's own key: the buyer gets it once.
 */
@Injectable()
export class ExecuteRefund {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly provider: CardProvider,
    private readonly facts: ApplyRefundFact,
  ) {}

  async execute(refundId: string): Promise<void> {
    const refund = await this.database.dataSource.manager.findOneByOrFail(Refund, { id: refundId });
    const { paymentId, amount, currency } = refund;
    const payment = await this.book.find(paymentId);
    // A transfer is paid back by hand, from the bank.
    if (!payment?.intentId) return;
    const { intentId } = payment;
    if (refund.status === 'approved') {
      await this.submit(refund);
      await this.apply(paymentId, refundId, await this.provider.refund(refundId, intentId, { amount, currency }));
    } else if (refund.status === 'submitted' || refund.status === 'pending') {
      const known = await this.provider.findRefund(refundId, intentId);
      await this.apply(
        paymentId,
        refundId,
        known ?? (await this.provider.refund(refundId, intentId, { amount, currency })),
      );
    }
  }

  /** A refund told by a webhook, or by the provider's own desk. */
  async readBack(providerRefundId: string): Promise<void> {
    const fact = await this.provider.readRefund(providerRefundId);
    if (!fact.refundId) return;
    const refund = await this.database.dataSource.manager.findOneBy(Refund, { id: fact.refundId });
    if (refund) await this.apply(refund.paymentId, refund.id, fact);
  }

  private async submit({ id, paymentId }: Refund): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.book.hold(tx, paymentId);
      await tx.update(Refund, { id, status: 'approved' }, { status: 'submitted', checkedAt: new Date() });
    });
  }

  private async apply(paymentId: string, refundId: string, fact: ProviderRefund): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      await this.facts.execute(tx, payment, refundId, fact);
    });
  }
}

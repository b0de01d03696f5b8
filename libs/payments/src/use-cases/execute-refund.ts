import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { Refund } from '../domain/refund.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { CardProvider, type ProviderRefund } from '../provider/card-provider.js';
import { RecordRefund } from './record-refund.js';

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
    private readonly recording: RecordRefund,
  ) {}

  async execute(refundId: string): Promise<void> {
    const refund = await this.database.dataSource.manager.findOneByOrFail(Refund, { id: refundId });
    const { paymentId } = refund;
    const payment = await this.book.find(paymentId);
    // A transfer is paid back by hand, from the bank.
    if (!payment?.intentId) return;
    const fact = await this.ask(refund, payment.intentId);
    if (fact) await this.recording.execute({ paymentId, refundId }, fact);
  }

  private async ask(refund: Refund, intentId: string): Promise<ProviderRefund | null> {
    const { id, status, amount, currency } = refund;
    if (status === 'approved') {
      await this.submit(refund);
      return this.provider.refund(id, intentId, { amount, currency });
    }
    if (status !== 'submitted' && status !== 'pending') return null;
    const known = await this.provider.findRefund(id, intentId);
    return known ?? this.provider.refund(id, intentId, { amount, currency });
  }

  private async submit({ id, paymentId }: Refund): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.book.hold(tx, paymentId);
      await tx.update(Refund, { id, status: 'approved' }, { status: 'submitted', checkedAt: new Date() });
    });
  }
}

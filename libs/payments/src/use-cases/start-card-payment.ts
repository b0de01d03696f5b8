import { Injectable } from '@nestjs/common';
import { ProviderActionDueV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import { doubts } from '../domain/doubts.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { CardProvider, ProviderFailure } from '../provider/card-provider.js';
import { RecordCardIntent } from './record-card-intent.js';

export interface Start {
  payment: Payment;
  /** Why the card page cannot be opened now. */
  failure: ProviderFailure | null;
}

/**
 * Asks the provider to begin a card payment, outside any transaction and with the payment's own key: asked twice, in two
 * tabs or after a crash, it is one intent. That it is being asked is written down first, so a lost answer is looked for.
 */
@Injectable()
export class StartCardPayment {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly provider: CardProvider,
    private readonly recording: RecordCardIntent,
    private readonly outbox: Outbox,
  ) {}

  async execute(payment: Payment): Promise<Start> {
    if (payment.method !== 'card' || payment.status !== 'created' || payment.goal) return { payment, failure: null };
    const { id: paymentId, orderId, orderNumber, amount, currency } = payment;
    await this.database.query('update payments.payment set attempted_at = now() where id = $1', [paymentId]);
    try {
      const intent = await this.provider.create({ paymentId, orderId, orderNumber, amount: { amount, currency } });
      return { payment: await this.recording.execute(paymentId, intent), failure: null };
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      return { payment: await this.failed(payment, error), failure: error };
    }
  }

  private failed({ id, attemptedAt: askedBefore }: Payment, failure: ProviderFailure): Promise<Payment> {
    return this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, id);
      if (payment.status !== 'created') return payment;
      if (failure.isDoubtful) {
        await this.book.become(tx, payment, 'unknown', doubts.of(failure));
        await this.outbox.publish(tx, ProviderActionDueV1, { paymentId: id, action: 'read', refundId: null });
      } else if (failure.outcome === 'refused') {
        await this.book.become(tx, payment, 'failed', `provider-refused:${failure.reason}`);
      } else {
        // It was not heard: as if it had not been asked, unless an earlier call is in doubt.
        payment.attemptedAt = askedBefore;
        await this.book.keep(tx, payment);
      }
      return payment;
    });
  }
}

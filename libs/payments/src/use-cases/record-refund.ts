import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { PaymentBook } from '../persistence/payment-book.js';
import type { ProviderRefund } from '../provider/card-provider.js';
import { ApplyRefundFact } from './apply-refund-fact.js';

export interface RefundKey {
  paymentId: string;
  refundId: string;
}

/** An answer of the provider about a refund, applied under its payment's lock in a transaction of its own. */
@Injectable()
export class RecordRefund {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly facts: ApplyRefundFact,
  ) {}

  async execute({ paymentId, refundId }: RefundKey, fact: ProviderRefund): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      await this.facts.execute(tx, payment, refundId, fact);
    });
  }
}

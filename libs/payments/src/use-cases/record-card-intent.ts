import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import type { CardIntent } from '../provider/card-provider.js';
import { ApplyCardFact } from './apply-card-fact.js';

/** An answer of the provider, applied under the payment's lock in a transaction of its own. */
@Injectable()
export class RecordCardIntent {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly facts: ApplyCardFact,
  ) {}

  execute(paymentId: string, intent: CardIntent): Promise<Payment> {
    return this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      await this.facts.execute(tx, payment, intent);
      await this.book.keep(tx, payment);
      return payment;
    });
  }
}

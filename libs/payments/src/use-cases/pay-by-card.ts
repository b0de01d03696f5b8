import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { NotPayable, PaymentUnavailable } from '../domain/payment-errors.js';
import { mostDeclines, type Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { ProviderFailure } from '../provider/card-provider.js';
import type { BuyersPayment } from './find-buyers-payment.query.js';
import { OpenPayment } from './open-payment.js';
import { SettleCardPayment } from './settle-card-payment.js';
import { StartCardPayment } from './start-card-payment.js';

/** Starts or retries the card payment of a placed order. Pressed twice it is one intent, and one charge at most. */
@Injectable()
export class PayByCard {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly opening: OpenPayment,
    private readonly starting: StartCardPayment,
    private readonly settling: SettleCardPayment,
  ) {}

  async execute({ order, payment: found }: BuyersPayment): Promise<Payment> {
    if (order.status !== 'placed') {
      if (found.isEnded || order.status === 'canceled') throw new NotPayable();
      // Asked again after it has been paid: the answer is how it stands.
      return found;
    }
    const known = found.status === 'unknown' ? await this.resolve(found) : found;
    const payment = known.status === 'failed' ? await this.openAnother(known, order) : known;
    const { payment: started, failure } = await this.starting.execute(payment);
    if (failure) throw new PaymentUnavailable(failure.message);
    return this.tryAgain(started);
  }

  /** While nobody knows whether it was begun, nothing is begun again. */
  private async resolve(payment: Payment): Promise<Payment> {
    try {
      const read = await this.settling.execute(payment.id);
      if (read.status === 'unknown') throw new PaymentUnavailable();
      return read;
    } catch (error) {
      if (error instanceof ProviderFailure) throw new PaymentUnavailable(error.message, { cause: error });
      throw error;
    }
  }

  private openAnother(
    failed: Payment,
    { orderId, number, totalAmount, currency, contact }: BuyersPayment['order'],
  ): Promise<Payment> {
    if (failed.declineCount >= mostDeclines) throw new NotPayable();
    return this.database.transaction(async (tx) => {
      // Another tab may have opened it meanwhile.
      const present = await this.book.holdOfOrder(tx, orderId);
      if (present && present.id !== failed.id) return present;
      const amount = { amount: totalAmount, currency };
      return this.opening.execute(tx, { orderId, number, method: 'card', amount, contact });
    });
  }

  /** The buyer goes back to the card page: what the last card said is over. */
  private async tryAgain(payment: Payment): Promise<Payment> {
    if (payment.status !== 'requires_action' || payment.declineCode === null) return payment;
    return this.database.transaction(async (tx) => {
      const held = await this.book.hold(tx, payment.id);
      held.declineCode = held.status === 'requires_action' ? null : held.declineCode;
      await this.book.keep(tx, held);
      return held;
    });
  }
}

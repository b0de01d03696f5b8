import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import { PaymentDesk, type PaymentState, type PaymentToOpen } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import type { Payment } from './domain/payment.js';
import { PaymentBook } from './persistence/payment-book.js';
import { OpenPayment } from './use-cases/open-payment.js';
import { ShowPayment } from './use-cases/show-payment.query.js';
import { StartCardPayment } from './use-cases/start-card-payment.js';

/** Where orders goes with its money: the port it declares, kept by payments. */
@Injectable()
export class PaymentsDesk extends PaymentDesk {
  constructor(
    private readonly book: PaymentBook,
    private readonly opening: OpenPayment,
    private readonly starting: StartCardPayment,
    private readonly showing: ShowPayment,
    private readonly log: ProcessLog,
  ) {
    super();
  }

  async open(tx: EntityManager, payment: PaymentToOpen): Promise<PaymentState> {
    return this.showing.execute(await this.opening.execute(tx, payment));
  }

  /** The order is placed: whatever goes wrong here, the buyer is told of it, with a payment to try again. */
  async start(orderId: string, locale: Locale): Promise<PaymentState> {
    const opened = await this.paymentOf(orderId);
    try {
      const { payment } = await this.starting.execute(opened);
      return this.showing.execute(payment, locale);
    } catch (error) {
      this.log.error({ orderId, err: error }, 'a payment could not be begun');
      return this.showing.execute(opened, locale);
    }
  }

  async state(orderId: string): Promise<PaymentState> {
    return this.showing.execute(await this.paymentOf(orderId));
  }

  private async paymentOf(orderId: string): Promise<Payment> {
    const payment = await this.book.ofOrder(orderId);
    if (!payment) throw new Error(`order ${orderId} has no payment`);
    return payment;
  }
}

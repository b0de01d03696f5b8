import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import type { PaymentState } from '@tiwizi/orders';
import type { Payment } from '../domain/payment.js';
import { ProviderFailure } from '../provider/card-provider.js';
import { SettleCardPayment } from './settle-card-payment.js';
import { ShowPayment } from './show-payment.query.js';

/** The buyer is back from the card page. That proves nothing: the provider is read, and the order may be finished here. */
@Injectable()
export class RefreshPayment {
  constructor(
    private readonly settling: SettleCardPayment,
    private readonly showing: ShowPayment,
    private readonly log: ProcessLog,
  ) {}

  async execute(payment: Payment, locale: Locale): Promise<PaymentState> {
    return this.showing.execute(payment.isOpen ? await this.readBack(payment) : payment, locale);
  }

  /** With the provider away the buyer sees what is known; the sweep reads it later. */
  private async readBack(payment: Payment): Promise<Payment> {
    try {
      return await this.settling.execute(payment.id);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn({ paymentId: payment.id, outcome: error.outcome }, 'a payment could not be read back');
      return payment;
    }
  }
}

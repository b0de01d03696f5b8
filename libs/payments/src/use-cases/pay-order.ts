import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import type { PaymentState } from '@tiwizi/orders';
import { NotPayable } from '../domain/payment-errors.js';
import type { PaymentMethod } from '../domain/payment-status.js';
import type { BuyersPayment } from './find-buyers-payment.query.js';
import { PayByCard } from './pay-by-card.js';
import { ShowPayment } from './show-payment.query.js';
import { SwitchToCash } from './switch-to-cash.js';

/** The buyer pays, tries again, or chooses to pay at the door instead. */
@Injectable()
export class PayOrder {
  constructor(
    private readonly byCard: PayByCard,
    private readonly byCash: SwitchToCash,
    private readonly showing: ShowPayment,
  ) {}

  async execute(found: BuyersPayment, locale: Locale, wanted?: PaymentMethod): Promise<PaymentState> {
    const method = wanted ?? found.payment.method;
    if (method === 'cash-on-delivery') return this.showing.execute(await this.byCash.execute(found.order), locale);
    if (method !== found.payment.method || method !== 'card') throw new NotPayable();
    return this.showing.execute(await this.byCard.execute(found), locale);
  }
}

import { Injectable } from '@nestjs/common';
import { ProviderActionDueV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { OrdersApi, type PayableOrder } from '@tiwizi/orders';
import { Database } from '@tiwizi/persistence';
import { NotPayable, PaymentUnavailable } from '../domain/payment-errors.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { OpenPayment } from './open-payment.js';

/**
 * The card does not work, and the buyer will pay at the door. The card payment ends and its intent is canceled after the
 * commit: should a card be accepted in another tab meanwhile, that hold is let go.
 */
@Injectable()
export class SwitchToCash {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly opening: OpenPayment,
    private readonly outbox: Outbox,
  ) {}

  async execute({ orderId, number, totalAmount, currency, contact }: PayableOrder): Promise<Payment> {
    return this.database.transaction(async (tx) => {
      const card = await this.book.holdOfOrder(tx, orderId);
      if (card?.method === 'cash-on-delivery') return card;
      if (!card || card.method !== 'card' || card.authorizedAt) throw new NotPayable();
      if (card.isInDoubt) throw new PaymentUnavailable();
      if (!card.isEnded) await this.book.become(tx, card, 'canceled', 'pays-by-cash');
      if (card.intentId) {
        await this.outbox.publish(tx, ProviderActionDueV1, { paymentId: card.id, action: 'void', refundId: null });
      }
      await this.orders.payByCash(tx, orderId);
      const amount = { amount: totalAmount, currency };
      return this.opening.execute(tx, { orderId, number, method: 'cash-on-delivery', amount, contact });
    });
  }
}

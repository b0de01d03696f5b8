import { Injectable } from '@nestjs/common';
import type { Caller } from '@tiwizi/http';
import { OrdersApi, type PayableOrder } from '@tiwizi/orders';
import { OrderNotFound } from '../domain/payment-errors.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';

export interface BuyersPayment {
  order: PayableOrder;
  payment: Payment;
}

/** An order's payment, for its owner or whoever holds the order's token; for anybody else there is no such order. */
@Injectable()
export class FindBuyersPayment {
  constructor(
    private readonly orders: OrdersApi,
    private readonly book: PaymentBook,
  ) {}

  async execute(number: string, token: string | undefined, caller: Caller): Promise<BuyersPayment> {
    const order = await this.orders.payable({ number, token, accountId: caller.account?.accountId });
    if (!order?.isOwner) throw new OrderNotFound();
    const payment = await this.book.ofOrder(order.orderId);
    if (!payment) throw new Error(`order ${order.number} has no payment`);
    return { order, payment };
  }
}

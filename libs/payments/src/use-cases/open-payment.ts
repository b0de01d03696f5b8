import { Injectable } from '@nestjs/common';
import type { PaymentToOpen } from '@tiwizi/orders';
import { newId, type EntityManager } from '@tiwizi/persistence';
import { Payment } from '../domain/payment.js';
import { newTransferReference } from '../domain/transfer-reference.js';

/** One row inside the transaction that places the order: from here on the order has somebody to ask about its money. */
@Injectable()
export class OpenPayment {
  async execute(tx: EntityManager, { orderId, number, method, amount, contact }: PaymentToOpen): Promise<Payment> {
    const now = new Date();
    const payment = tx.create(Payment, {
      id: newId(),
      orderId,
      orderNumber: number,
      method,
      status: 'created',
      statusCause: 'order-placed',
      amount: amount.amount,
      currency: amount.currency,
      locale: contact.locale,
      returnToken: contact.token,
      transferReference: method === 'bank-transfer' ? newTransferReference() : null,
      intentId: null,
      clientSecret: null,
      attemptedAt: null,
      declineCount: 0,
      declineCode: null,
      goal: null,
      voidAskedAt: null,
      endsAs: null,
      authorizedAt: null,
      captureBefore: null,
      captureAmount: 0,
      capturedAmount: 0,
      capturedAt: null,
      refundingAmount: 0,
      refundedAmount: 0,
      createdAt: now,
      checkedAt: now,
    });
    await tx.insert(Payment, payment);
    return payment;
  }
}

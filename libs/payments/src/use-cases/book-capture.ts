import { Injectable } from '@nestjs/common';
import { LedgerApi } from '@tiwizi/ledger';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { CapturedShare } from '../domain/captured-share.js';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { RefundOverShares } from './refund-over-shares.js';
import { ReturnOrphan } from './return-orphan.js';

/**
 * The provider has the money: it belongs to the sub-orders it was taken for. Without a decision of ours (somebody took
 * it elsewhere) it pays the whole order if the order can still be served, and else goes back at once.
 */
@Injectable()
export class BookCapture {
  constructor(
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly ledger: LedgerApi,
    private readonly overShares: RefundOverShares,
    private readonly orphans: ReturnOrphan,
  ) {}

  async execute(tx: EntityManager, payment: Payment, { amount, at }: { amount: number; at: Date }): Promise<void> {
    const isTooLate = payment.isEnded;
    payment.authorizedAt ??= at;
    payment.take(amount, at);
    if (isTooLate) return this.orphans.execute(tx, payment, 'psp:stripe');
    await this.book.become(tx, payment, 'captured', 'provider');
    const { id: paymentId, orderId, currency } = payment;
    const shares = await this.sharesPaid(tx, payment);
    if (!shares.length) return this.orphans.execute(tx, payment, 'psp:stripe');
    await this.ledger.cardCaptured(tx, {
      paymentId,
      orderId,
      provider: 'stripe',
      capturedAt: at,
      shares: shares.map((share) => ({ ...share, total: { amount: share.amount, currency } })),
    });
    // A cooperative or the buyer may have given up between the decision and the capture.
    await this.overShares.execute(tx, payment);
  }

  private async sharesPaid(tx: EntityManager, payment: Payment): Promise<CapturedShare[]> {
    const { id: paymentId, orderId } = payment;
    const decided = await tx.find(CapturedShare, { where: { paymentId }, order: { subOrderId: 'ASC' } });
    if (decided.length && payment.captureAmount === payment.capturedAmount) return decided;
    const isWhole = payment.capturedAmount === payment.amount && !decided.length;
    if (!isWhole || (await this.orders.confirm(tx, orderId, `payment:${paymentId}`)) === 'impossible') return [];
    const rows = (await this.orders.shares(tx, orderId)).map(
      ({ subOrderId, subOrderNumber, cooperativeId, totalAmount }) =>
        tx.create(CapturedShare, { paymentId, subOrderId, subOrderNumber, cooperativeId, amount: totalAmount }),
    );
    await tx.insert(CapturedShare, rows);
    payment.captureAmount = payment.capturedAmount;
    await this.book.keep(tx, payment);
    return rows;
  }
}

import { Injectable } from '@nestjs/common';
import { PaymentSettledV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { LedgerApi } from '@tiwizi/ledger';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { CapturedShare } from '../domain/captured-share.js';
import type { Payment } from '../domain/payment.js';
import { ReturnOrphan } from './return-orphan.js';

/** A transfer that is here pays its order, or is owed back when there is nothing left to pay. */
@Injectable()
export class BookTransfer {
  constructor(
    private readonly orders: OrdersApi,
    private readonly ledger: LedgerApi,
    private readonly orphans: ReturnOrphan,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: EntityManager, payment: Payment, bankReference: string): Promise<void> {
    const { id: paymentId, orderId } = payment;
    if ((await this.orders.confirm(tx, orderId, `payment:${paymentId}`)) === 'impossible') {
      return this.orphans.execute(tx, payment, 'bank:main');
    }
    const shares = await this.orders.shares(tx, orderId);
    const paid = shares.map(({ subOrderId, subOrderNumber, cooperativeId, totalAmount }) =>
      tx.create(CapturedShare, { paymentId, subOrderId, subOrderNumber, cooperativeId, amount: totalAmount }),
    );
    await tx.insert(CapturedShare, paid);
    await this.ledger.transferMatched(tx, {
      paymentId,
      orderId,
      bankReference,
      shares: shares.map(({ totalAmount: amount, currency, ...share }) => ({ ...share, total: { amount, currency } })),
    });
    const settled = { paymentId, orderId, outcome: 'captured' as const, declineCode: null };
    await this.outbox.publish(tx, PaymentSettledV1, settled);
  }
}

import { Injectable } from '@nestjs/common';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { CapturedShare } from '../domain/captured-share.js';
import { isGivenUp } from '../domain/capture-plan.js';
import type { Payment } from '../domain/payment.js';
import { RequestRefund } from './request-refund.js';

/** What was taken for sub-orders that nobody will receive goes back, each once. */
@Injectable()
export class RefundOverShares {
  constructor(
    private readonly orders: OrdersApi,
    private readonly refunds: RequestRefund,
  ) {}

  async execute(tx: EntityManager, payment: Payment): Promise<void> {
    const captured = await tx.find(CapturedShare, { where: { paymentId: payment.id }, order: { subOrderId: 'ASC' } });
    const statuses = new Map(
      (await this.orders.shares(tx, payment.orderId)).map((share) => [share.subOrderId, share] as const),
    );
    for (const { subOrderId, amount } of captured) {
      const share = statuses.get(subOrderId);
      if (share && isGivenUp(share)) {
        await this.refunds.execute(tx, payment, { subOrderId, amount, cause: `sub-order-${share.status}` });
      }
    }
  }
}

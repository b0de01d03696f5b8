import { OrderEndedV1, ProviderActionDueV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, Outbox, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { RefundOverShares } from '../use-cases/refund-over-shares.js';

/** Nothing will be delivered: what was not paid is not asked for any more, what was held is let go, what was taken goes back. */
@EventConsumer()
export class OnOrderEnded implements EventHandler<typeof OrderEndedV1> {
  readonly name = 'payments/on-order-ended';
  readonly event = OrderEndedV1;

  constructor(
    private readonly book: PaymentBook,
    private readonly overShares: RefundOverShares,
    private readonly outbox: Outbox,
  ) {}

  async handle(tx: EntityManager, { orderId, status }: PayloadOf<typeof OrderEndedV1>): Promise<void> {
    const payment = await this.book.holdOfOrder(tx, orderId);
    if (!payment) return;
    if (payment.isOpen) await this.giveUp(tx, payment, status);
    else if (payment.capturedAmount > 0) await this.overShares.execute(tx, payment);
  }

  private async giveUp(tx: EntityManager, payment: Payment, endsAs: 'canceled' | 'expired'): Promise<void> {
    const isWithoutProvider = payment.method !== 'card' || (!payment.intentId && !payment.isInDoubt);
    if (isWithoutProvider) return this.book.become(tx, payment, endsAs, `order-${endsAs}`);
    // Paid after it had expired, the order lives, or its hold is being let go already.
    if (endsAs === 'expired' && payment.authorizedAt) return;
    payment.endsAs = endsAs;
    // A capture that is under way cannot be called back: its money is refunded when it is there.
    payment.goal ??= 'void';
    await this.book.keep(tx, payment);
    await this.outbox.publish(tx, ProviderActionDueV1, { paymentId: payment.id, action: 'void', refundId: null });
  }
}

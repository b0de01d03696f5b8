import { Injectable } from '@nestjs/common';
import { PaymentSettledV1, ProviderActionDueV1 } from '@tiwizi/contracts';
import { Outbox, ProcessLog } from '@tiwizi/events';
import { OrdersApi } from '@tiwizi/orders';
import type { EntityManager } from '@tiwizi/persistence';
import { isGivenUp } from '../domain/capture-plan.js';
import { mostDeclines, type Payment } from '../domain/payment.js';
import { isAhead } from '../domain/payment-status.js';
import { PaymentBook } from '../persistence/payment-book.js';
import type { CardIntent, Decline } from '../provider/card-provider.js';
import { BookCapture } from './book-capture.js';

/**
 * What the provider says of a card payment, made true here, on a payment that is held. Facts win by rank, so the same
 * one may come from the return page, a webhook and the sweep, in any order and again.
 */
@Injectable()
export class ApplyCardFact {
  constructor(
    private readonly book: PaymentBook,
    private readonly orders: OrdersApi,
    private readonly captures: BookCapture,
    private readonly outbox: Outbox,
    private readonly log: ProcessLog,
  ) {}

  async execute(tx: EntityManager, payment: Payment, intent: CardIntent): Promise<void> {
    await this.adopt(tx, payment, intent);
    const { fact } = intent;
    switch (fact.status) {
      case 'canceled':
        return this.ended(tx, payment, fact.isByBank);
      case 'captured':
        if (!isAhead('captured', payment.status) && !payment.isEnded) return;
        await this.captures.execute(tx, payment, fact);
        return this.tell(tx, payment, 'captured');
      case 'authorized':
        if (isAhead('authorized', payment.status)) await this.authorized(tx, payment, fact.captureBefore);
        return;
      case 'requires_action':
        if (isAhead('requires_action', payment.status)) {
          await this.book.become(tx, payment, 'requires_action', 'card-page-open');
        }
        if (payment.status !== 'requires_action') return;
        if (fact.isAuthenticating) await this.orders.extend(tx, payment.orderId);
        if (fact.decline) await this.declined(tx, payment, fact.decline);
        return;
      case 'processing':
        if (payment.status === 'unknown') await this.book.become(tx, payment, 'processing', 'provider');
    }
  }

  /** The answer to the first call may have been lost: the intent is ours all the same. */
  private async adopt(tx: EntityManager, payment: Payment, intent: CardIntent): Promise<void> {
    if (payment.intentId === intent.intentId) return;
    if (payment.intentId)
      throw new Error(`payment ${payment.id} has two intents: ${payment.intentId}, ${intent.intentId}`);
    payment.intentId = intent.intentId;
    payment.clientSecret = intent.clientSecret;
    await this.book.keep(tx, payment);
  }

  private async authorized(tx: EntityManager, payment: Payment, captureBefore: Date | null): Promise<void> {
    // Unknown while it was being captured: the hold is as it was, and so is the decision.
    const isFirst = payment.authorizedAt === null;
    payment.authorizedAt ??= new Date();
    payment.captureBefore = captureBefore ?? payment.captureBefore;
    payment.declineCode = null;
    await this.book.become(tx, payment, 'authorized', 'provider');
    if (!isFirst) return;
    const outcome = payment.voidAskedAt
      ? 'impossible'
      : await this.orders.confirm(tx, payment.orderId, `payment:${payment.id}`);
    payment.goal = outcome === 'impossible' ? 'void' : null;
    await this.book.keep(tx, payment);
    if (outcome === 'impossible') await this.ask(tx, payment, 'void');
  }

  /** A declined card ends the try, not the payment: the card page takes another card. Five are somebody trying cards. */
  private async declined(tx: EntityManager, payment: Payment, { attemptKey, code }: Decline): Promise<void> {
    const isNew: unknown[] = await tx.query(
      `insert into payments.attempt (payment_id, attempt_key, outcome, decline_code) values ($1, $2, 'declined', $3)
       on conflict do nothing returning 1`,
      [payment.id, attemptKey, code],
    );
    if (!isNew.length) return;
    payment.declineCount += 1;
    payment.declineCode = code;
    await this.book.keep(tx, payment);
    await this.tell(tx, payment, 'declined', code);
    if (payment.declineCount < mostDeclines) return;
    await this.book.become(tx, payment, 'failed', 'too-many-declines');
    await this.ask(tx, payment, 'void');
  }

  /** The provider has let the payment go: by our wish, or because the bank did. */
  private async ended(tx: EntityManager, payment: Payment, isByBank: boolean): Promise<void> {
    if (!payment.isOpen) return;
    const isOurWish = payment.goal === 'void';
    payment.goal = null;
    const wasHeld = payment.authorizedAt !== null;
    const status = wasHeld ? (isByBank ? 'expired' : 'voided') : (payment.endsAs ?? 'canceled');
    await this.book.become(tx, payment, status, isByBank ? 'bank' : 'provider');
    if (!wasHeld) return;
    await this.tell(tx, payment, 'voided');
    if (!isOurWish) await this.moneyIsGone(tx, payment);
  }

  /** The bank let go, or somebody at the provider's desk: nobody may accept what is no longer paid for. */
  private async moneyIsGone(tx: EntityManager, { id, orderId, orderNumber }: Payment): Promise<void> {
    await this.orders.rejectPending(tx, orderId, `payment:${id}`);
    const accepted = (await this.orders.shares(tx, orderId)).filter((share) => !isGivenUp(share));
    if (!accepted.length) return;
    const subOrders = accepted.map(({ subOrderNumber }) => subOrderNumber);
    this.log.error({ orderNumber, subOrders }, 'a hold is gone, and with it the money of accepted parcels');
  }

  private ask(tx: EntityManager, { id: paymentId }: Payment, action: 'void'): Promise<void> {
    return this.outbox.publish(tx, ProviderActionDueV1, { paymentId, action, refundId: null });
  }

  private tell(
    tx: EntityManager,
    { id: paymentId, orderId }: Payment,
    outcome: 'captured' | 'declined' | 'voided',
    declineCode: string | null = null,
  ): Promise<void> {
    return this.outbox.publish(tx, PaymentSettledV1, { paymentId, orderId, outcome, declineCode });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import * as postings from './domain/postings.js';
import type { Terms } from './domain/rates.js';
import { returnWindowDays } from './domain/return-window.js';
import { post } from './persistence/journal.js';
import { fund, markDelivered } from './persistence/shares.js';
import { TermsAt } from './use-cases/terms-at.query.js';

/**
 * What other contexts tell the ledger, each fact inside the transaction that makes it true.
 * Told twice, a fact is written once.
 */
@Injectable()
export class LedgerApi {
  constructor(private readonly termsAt: TermsAt) {}

  /** Commission and the VAT on it, as the dated tables say. */
  terms(at: Date): Promise<Terms> {
    return this.termsAt.execute(at);
  }

  /** P1, and P2 of what was already delivered. */
  async cardCaptured(tx: EntityManager, capture: postings.CardCapture): Promise<void> {
    const delivered = await fund(tx, { ...capture, method: 'card' });
    await post(tx, [postings.cardCaptured(capture), ...delivered.map(postings.delivered)]);
  }

  /** P9, and P2 of what was already delivered. */
  async transferMatched(tx: EntityManager, match: postings.TransferMatch): Promise<void> {
    const delivered = await fund(tx, { ...match, method: 'bank-transfer' });
    await post(tx, [postings.transferMatched(match), ...delivered.map(postings.delivered)]);
  }

  /** P7 for cash, then P2. Without its money (a card not captured yet) P2 waits for P1. */
  async subOrderDelivered(tx: EntityManager, delivery: postings.Delivery): Promise<void> {
    const cash = delivery.method === 'cash-on-delivery' ? postings.cashCollected(delivery) : null;
    const isFunded = await markDelivered(tx, delivery, returnWindowDays);
    if (isFunded) await post(tx, [cash, postings.delivered(delivery)]);
  }

  /** P10: money arrived that no order can use. */
  async moneyOrphaned(tx: EntityManager, orphan: postings.OrphanedMoney): Promise<void> {
    await post(tx, [postings.orphaned(orphan)]);
  }

  /** P11, first half. */
  async refundApproved(tx: EntityManager, refund: postings.RefundApproval): Promise<void> {
    await post(tx, [postings.refundApproved(refund)]);
  }

  /** P11, second half. */
  async refundExecuted(tx: EntityManager, refund: postings.RefundExecution): Promise<void> {
    await post(tx, [postings.refundExecuted(refund)]);
  }

  /** P15: the money of an executed refund came back. */
  async refundFailed(tx: EntityManager, refund: postings.RefundExecution): Promise<void> {
    await post(tx, [postings.refundFailed(refund)]);
  }
}

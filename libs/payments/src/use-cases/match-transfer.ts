import { Injectable } from '@nestjs/common';
import type { Money } from '@tiwizi/contracts';
import { NotFound } from '@tiwizi/http';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { Payment } from '../domain/payment.js';
import { AmountDiffers, NotPayable, ReceiptTaken } from '../domain/payment-errors.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { BookTransfer } from './book-transfer.js';

export interface Transfer {
  paymentId: string;
  amount: Money;
  bankReference: string;
  actor: string;
}

/** P9: somebody of finance found the transfer on the bank's statement, in full. */
@Injectable()
export class MatchTransfer {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly booking: BookTransfer,
  ) {}

  /** The same line of the statement, matched twice, is one payment. */
  async execute({ paymentId, amount, bankReference, actor }: Transfer): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payment = await tx.findOne(Payment, { where: { id: paymentId }, lock: { mode: 'pessimistic_write' } });
      if (!payment || payment.method !== 'bank-transfer') throw new NotFound();
      const [receipt]: { payment_id: string }[] = await tx.query(
        'select payment_id from payments.bank_receipt where bank_reference = $1',
        [bankReference],
      );
      if (receipt?.payment_id === paymentId) return;
      if (receipt) throw new ReceiptTaken();
      if (payment.status !== 'created') throw new NotPayable();
      if (amount.amount !== payment.amount || amount.currency !== payment.currency) throw new AmountDiffers();
      await this.keepReceipt(tx, { paymentId, bankReference, actor });
      payment.take(amount.amount, new Date());
      await this.book.become(tx, payment, 'captured', `bank:${bankReference}`, actor);
      await this.booking.execute(tx, payment, bankReference);
    });
  }

  /** Matched to two orders at once, the statement's line goes to the first. */
  private async keepReceipt(
    tx: EntityManager,
    { paymentId, bankReference, actor }: Omit<Transfer, 'amount'>,
  ): Promise<void> {
    const kept: unknown[] = await tx.query(
      `insert into payments.bank_receipt (bank_reference, payment_id, actor) values ($1, $2, $3)
       on conflict do nothing returning 1`,
      [bankReference, paymentId, actor],
    );
    if (!kept.length) throw new ReceiptTaken();
  }
}

import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';
import type { Payment } from '../domain/payment.js';
import { PaymentBook } from '../persistence/payment-book.js';
import { CardProvider, ProviderFailure, type CardIntent } from '../provider/card-provider.js';
import { RecordCardIntent } from './record-card-intent.js';
import { doubts } from '../domain/doubts.js';

/** A call that left us may still arrive: so long nobody says that nothing was begun. */
const stillUnderWayMs = 60_000;

/**
 * Reads a card payment back from the provider, applies what it says, and then asks for what we still want of it
 * (capture, void). Safe to repeat and to run twice at once: every call has a key of its own, every fact a rank.
 */
@Injectable()
export class SettleCardPayment {
  constructor(
    private readonly database: Database,
    private readonly book: PaymentBook,
    private readonly provider: CardProvider,
    private readonly recording: RecordCardIntent,
    private readonly log: ProcessLog,
  ) {}

  async execute(paymentId: string): Promise<Payment> {
    const payment = await this.book.find(paymentId);
    if (!payment) throw new Error(`there is no payment ${paymentId}`);
    if (payment.method !== 'card') return payment;
    const known = await this.look(payment);
    const read = known ? await this.recording.execute(paymentId, known) : await this.nothingThere(paymentId);
    return this.pursue(read, known);
  }

  private async look(payment: Payment): Promise<CardIntent | null> {
    if (payment.intentId) return this.provider.read(payment.intentId);
    return payment.isInDoubt || payment.goal ? this.provider.find(payment.id, payment.createdAt) : null;
  }

  /** What we want is written down; whoever runs this again, after whatever crash, asks for the same. */
  private async pursue(payment: Payment, known: CardIntent | null): Promise<Payment> {
    const { id, intentId, currency, goal } = payment;
    if (!intentId) return payment;
    if (goal === 'capture' && payment.status === 'authorized') {
      return this.ask(payment, () => this.provider.capture(id, intentId, { amount: payment.captureAmount, currency }));
    }
    const isAlive = known !== null && known.fact.status !== 'canceled' && known.fact.status !== 'captured';
    const isUnwanted = payment.isOpen ? goal === 'void' && (await this.isLetGo(id)) : payment.isEnded;
    if (!isAlive || !isUnwanted) return payment;
    return this.ask(payment, () => this.provider.cancel(id, intentId));
  }

  /** Decided on the row before it is asked: a card accepted at this moment either saves the payment, or comes too late. */
  private isLetGo(paymentId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      if (payment.goal !== 'void' || !payment.isOpen) return false;
      payment.voidAskedAt ??= new Date();
      await this.book.keep(tx, payment);
      return true;
    });
  }

  private async ask(payment: Payment, call: () => Promise<CardIntent>): Promise<Payment> {
    try {
      return await this.recording.execute(payment.id, await call());
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.isDoubtful && payment.isOpen) await this.doubt(payment.id, error);
      if (error.outcome === 'refused') {
        this.log.error({ paymentId: payment.id, goal: payment.goal, err: error }, 'the card provider refuses');
      }
      throw error;
    }
  }

  private async doubt(paymentId: string, failure: ProviderFailure): Promise<void> {
    await this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      if (payment.isOpen && payment.status !== 'unknown') {
        await this.book.become(tx, payment, 'unknown', doubts.of(failure));
      }
    });
  }

  /** The provider knows no such payment: what was in doubt did not happen. */
  private nothingThere(paymentId: string): Promise<Payment> {
    return this.database.transaction(async (tx) => {
      const payment = await this.book.hold(tx, paymentId);
      if (payment.intentId || !payment.isOpen) return payment;
      if (payment.status === 'unknown') {
        // A failure is remembered under its key for a day: only another payment can be begun.
        if (payment.statusCause === doubts.serverError) {
          payment.goal = null;
          await this.book.become(tx, payment, 'failed', 'provider-failed');
          return payment;
        }
        await this.book.become(tx, payment, 'created', 'nothing-begun');
      }
      const age = Date.now() - (payment.attemptedAt?.getTime() ?? 0);
      if (payment.goal === 'void' && age > stillUnderWayMs) {
        payment.goal = null;
        await this.book.become(tx, payment, payment.endsAs ?? 'canceled', 'nothing-begun');
      }
      await this.book.keep(tx, payment);
      return payment;
    });
  }
}

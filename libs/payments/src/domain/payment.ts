import type { Locale } from '@tiwizi/i18n';
import { MoneyAssertion, type Currency } from '@tiwizi/money';
import { minorUnits } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InvalidTransition } from './payment-errors.js';
import { isEnded, isOpen, mayBecome, stepsTo, type PaymentMethod, type PaymentStatus } from './payment-status.js';

/** What is to become of a card payment at the provider; kept until it has happened. */
export type Goal = 'capture' | 'void';

/** So many declined cards on one payment are somebody trying cards. */
export const mostDeclines = 5;

@Entity({ schema: 'payments', name: 'payment' })
export class Payment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orderId!: string;
  @Column('text') orderNumber!: string;
  @Column('text') method!: PaymentMethod;
  @Column('text') status!: PaymentStatus;
  /** Why it is in this state; the history of states repeats it. */
  @Column('text') statusCause!: string;
  @Column(minorUnits) amount!: number;
  @Column('text') currency!: Currency & ('MAD' | 'EUR' | 'USD' | 'GBP');
  @Column('text') locale!: Locale;
  /** Opens the order's page for whoever comes back from the card page. */
  @Column('text') returnToken!: string;
  @Column('text', { nullable: true }) transferReference!: string | null;
  @Column('text', { nullable: true }) intentId!: string | null;
  @Column('text', { nullable: true }) clientSecret!: string | null;
  /** When the provider was last asked to begin; without an intent since, nobody knows yet whether it did. */
  @Column('timestamptz', { nullable: true }) attemptedAt!: Date | null;
  @Column('int') declineCount!: number;
  @Column('text', { nullable: true }) declineCode!: string | null;
  @Column('text', { nullable: true }) goal!: Goal | null;
  /** Since then the provider may have let it go: nothing may be confirmed by it any more. */
  @Column('timestamptz', { nullable: true }) voidAskedAt!: Date | null;
  /** What the order's end makes of a payment that never happened. */
  @Column('text', { nullable: true }) endsAs!: 'canceled' | 'expired' | null;
  @Column('timestamptz', { nullable: true }) authorizedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) captureBefore!: Date | null;
  @Column(minorUnits) captureAmount!: number;
  @Column(minorUnits) capturedAmount!: number;
  @Column('timestamptz', { nullable: true }) capturedAt!: Date | null;
  @Column(minorUnits) refundingAmount!: number;
  @Column(minorUnits) refundedAmount!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') checkedAt!: Date;

  get isOpen(): boolean {
    return isOpen(this.status);
  }

  get isEnded(): boolean {
    return isEnded(this.status);
  }

  /** Asked, and no answer known. */
  get isInDoubt(): boolean {
    return this.status === 'unknown' || (this.status === 'created' && this.attemptedAt !== null);
  }

  become(status: PaymentStatus, cause: string): void {
    if (!mayBecome(this.method, this.status, status)) {
      throw new InvalidTransition('a payment', this.status, status);
    }
    this.status = status;
    this.statusCause = cause;
  }

  /** The states that lie on the way; each is saved, so that the history shows every arrow. */
  stepsTo(status: PaymentStatus): PaymentStatus[] {
    const steps = stepsTo(this.method, this.status, status);
    if (!steps) throw new InvalidTransition('a payment', this.status, status);
    return steps;
  }

  take(amount: number, at: Date): void {
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > this.amount) {
      throw new MoneyAssertion(`payment ${this.id}: ${amount} was captured of ${this.amount}`);
    }
    this.capturedAmount = amount;
    this.capturedAt = at;
    this.goal = null;
  }

  /** Pending refunds count: nobody gets back more than was taken. */
  promiseRefund(amount: number): void {
    if (amount <= 0 || this.refundedAmount + this.refundingAmount + amount > this.capturedAmount) {
      throw new MoneyAssertion(`payment ${this.id}: ${amount} more cannot be refunded of ${this.capturedAmount}`);
    }
    this.refundingAmount += amount;
  }

  settleRefund(amount: number): void {
    this.refundingAmount -= amount;
    this.refundedAmount += amount;
  }

  /** The money is owed again. */
  reopenRefund(amount: number): void {
    this.refundedAmount -= amount;
    this.refundingAmount += amount;
  }

  /** What the sums say of a captured payment. */
  get statusByRefunds(): PaymentStatus {
    if (this.refundedAmount === 0) return this.status === 'orphaned' ? 'orphaned' : 'captured';
    if (this.refundedAmount === this.capturedAmount) return 'refunded';
    return this.status === 'orphaned' ? 'orphaned' : 'partially_refunded';
  }
}

import type { Currency } from '@tiwizi/money';
import { minorUnits } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InvalidTransition } from './payment-errors.js';

export type RefundStatus =
  'requested' | 'approved' | 'submitted' | 'pending' | 'succeeded' | 'failed' | 'rejected' | 'canceled' | 'offline';

/** S5; and a refund that had succeeded may still come back from the buyer's bank (F31). */
export const refundArrows: Partial<Record<RefundStatus, readonly RefundStatus[]>> = {
  requested: ['approved', 'rejected'],
  approved: ['submitted', 'canceled'],
  submitted: ['pending', 'succeeded', 'failed'],
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: ['submitted', 'offline'],
  offline: ['succeeded'],
};

@Entity({ schema: 'payments', name: 'refund' })
export class Refund {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') paymentId!: string;
  /** Null gives back money that never reached a sub-order. */
  @Column('uuid', { nullable: true }) subOrderId!: string | null;
  /** One right to a refund is one row, however often it is claimed. */
  @Column('text') businessKey!: string;
  @Column(minorUnits) amount!: number;
  @Column('text') currency!: Currency & ('MAD' | 'EUR' | 'USD' | 'GBP');
  @Column('text') cause!: string;
  @Column('text') status!: RefundStatus;
  @Column('text', { nullable: true }) providerRefundId!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') checkedAt!: Date;

  become(status: RefundStatus): void {
    if (!refundArrows[this.status]?.includes(status)) throw new InvalidTransition('a refund', this.status, status);
    this.status = status;
  }
}

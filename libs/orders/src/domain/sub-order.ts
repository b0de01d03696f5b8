import type { Money } from '@tiwizi/contracts';
import { minorUnits } from '@tiwizi/persistence';
import { onSiteId } from '@tiwizi/shipping';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderLine } from './order-line.js';
import type { SubOrderStatus } from './sub-order-status.js';

export type RejectionReason = 'no-stock' | 'damaged' | 'cannot-ship' | 'other';

/** One cooperative's part of an order: one parcel, one share of the money. It moves through its order only. */
@Entity({ schema: 'orders', name: 'sub_order' })
export class SubOrder {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') orderId!: string;
  @Column('smallint') position!: number;
  @Column('text') number!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('text') cooperativeName!: string;
  @Column('text') status!: SubOrderStatus;
  @Column('char') currency!: Money['currency'];
  @Column(minorUnits) goodsAmount!: number;
  @Column(minorUnits) shippingAmount!: number;
  @Column(minorUnits) totalAmount!: number;
  @Column('int') commissionBps!: number;
  @Column(minorUnits) commissionAmount!: number;
  @Column('int') vatBps!: number;
  @Column(minorUnits) vatAmount!: number;
  @Column(minorUnits) dueAmount!: number;
  @Column('text') deliveryOption!: string;
  @Column('timestamptz', { nullable: true }) acceptBy!: Date | null;
  @Column('timestamptz', { nullable: true }) deliveredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) refusedAt!: Date | null;
  @Column('uuid', { nullable: true }) shipmentId!: string | null;
  @Column('text', { nullable: true }) trackingNumber!: string | null;
  @Column('text', { nullable: true }) courierId!: string | null;
  @Column('text', { nullable: true }) rejectionReason!: RejectionReason | null;
  @Column('text', { nullable: true }) rejectionMessage!: string | null;
  /** A workshop or a stay: the buyer comes to the cooperative. */
  get isOnSite(): boolean {
    return this.deliveryOption === onSiteId;
  }

  /** Set by whoever holds the order. */
  lines!: OrderLine[];
}

import { minorUnits } from '@tiwizi/persistence';
import type { Money } from '@tiwizi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CashDiffers, ShipmentMovedOn } from './shipment-errors.js';
import { statusesAfter, type ShipmentStatus } from './shipment-status.js';

export interface NewShipment {
  id: string;
  subOrderId: string;
  subOrderNumber: string;
  cooperativeId: string;
  cooperativeName: string;
  city: string;
  courierId: string;
  trackingNumber: string;
  cashToCollect: Money | null;
}

@Entity({ schema: 'shipping', name: 'shipment' })
export class Shipment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') subOrderId!: string;
  @Column('text') subOrderNumber!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('text') cooperativeName!: string;
  @Column('text') city!: string;
  @Column('text') courierId!: string;
  @Column('text') trackingNumber!: string;
  @Column('text') status!: ShipmentStatus;
  @Column('int') failedAttempts!: number;
  @Column({ ...minorUnits, nullable: true }) cashToCollectAmount!: number | null;
  @Column({ ...minorUnits, nullable: true }) cashCollectedAmount!: number | null;
  @Column('text') currency!: Money['currency'];
  @Column('timestamptz') handedOverAt!: Date;
  @Column('timestamptz') changedAt!: Date;

  /** A shipment begins when the cooperative hands the parcel over. */
  static handOver({ cashToCollect, ...parcel }: NewShipment, now: Date): Shipment {
    return Object.assign(new Shipment(), parcel, {
      status: 'handed_over' as const,
      failedAttempts: 0,
      cashToCollectAmount: cashToCollect?.amount ?? null,
      cashCollectedAmount: null,
      currency: cashToCollect?.currency ?? 'MAD',
      handedOverAt: now,
      changedAt: now,
    });
  }

  get cashCollected(): Money | null {
    return this.cashCollectedAmount === null ? null : { amount: this.cashCollectedAmount, currency: this.currency };
  }

  moveTo(status: ShipmentStatus, cashCollected: Money | null, now: Date): void {
    if (!statusesAfter(this.status, this.failedAttempts).includes(status)) {
      throw new ShipmentMovedOn(this.status, status);
    }
    if (!this.isDue(status, cashCollected)) throw new CashDiffers();
    if (status === 'attempt_failed') this.failedAttempts += 1;
    if (status === 'delivered') this.cashCollectedAmount = this.cashToCollectAmount;
    this.status = status;
    this.changedAt = now;
  }

  /** Delivery of a cash parcel states exactly what was due; nothing else brings cash. */
  private isDue(status: ShipmentStatus, cashCollected: Money | null): boolean {
    const due = status === 'delivered' ? (this.cashToCollectAmount ?? 0) : 0;
    const isSameCurrency = !cashCollected || cashCollected.amount === 0 || cashCollected.currency === this.currency;
    return (cashCollected?.amount ?? 0) === due && isSameCurrency;
  }
}

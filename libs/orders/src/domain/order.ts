import type { Money, PaymentMethod, Translations } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { money, sum } from '@tiwizi/money';
import { minorUnits } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InvalidTransition, OrderNotCancelable, OrderNotFound } from './order-errors.js';
import { arrowsOf, assertOrderArrow, fruitless, type OrderStatus } from './order-status.js';
import type { RejectionReason, SubOrder } from './sub-order.js';
import {
  assertSubOrderArrow,
  isCancelable,
  nextSubOrderStatuses,
  stepsTo,
  type SubOrderStatus,
} from './sub-order-status.js';

export interface Address {
  readonly name: string;
  readonly provinceId: string;
  readonly city: Translations;
  readonly line: string;
  readonly note: string | null;
}

/** One arrow taken; `subOrder` is null when the order itself took it. */
export interface Change {
  readonly subOrder: SubOrder | null;
  readonly previous: OrderStatus | SubOrderStatus;
  readonly status: OrderStatus | SubOrderStatus;
  readonly at: Date;
}

@Entity({ schema: 'orders', name: 'order' })
export class Order {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') status!: OrderStatus;
  @Column('text') paymentMethod!: PaymentMethod;
  @Column('char') currency!: Money['currency'];
  @Column(minorUnits) totalAmount!: number;
  @Column(minorUnits) dueAmount!: number;
  @Column('text') contactName!: string;
  @Column('text') phone!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') locale!: Locale;
  @Column('jsonb') address!: Address;
  @Column('text') secretSalt!: string;
  @Column('timestamptz') placedAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Set by whoever holds the order. */
  subOrders!: SubOrder[];

  /** The arrows taken since the order was held, in order. */
  readonly changes: Change[] = [];

  part(subOrderId: string): SubOrder {
    const subOrder = this.subOrders.find(({ id }) => id === subOrderId);
    if (!subOrder) throw new OrderNotFound();
    return subOrder;
  }

  accept(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, ['accepted'], at);
  }

  reject(subOrder: SubOrder, reason: RejectionReason, message: string | null, at: Date): void {
    this.move(subOrder, ['rejected'], at);
    subOrder.rejectionReason = reason;
    subOrder.rejectionMessage = message;
  }

  rejectUnanswered(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, ['auto_rejected'], at);
  }

  pack(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, stepsTo(subOrder.status, 'ready'), at);
  }

  handOver(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, stepsTo(subOrder.status, 'shipped'), at);
  }

  attach(subOrder: SubOrder, shipment: { shipmentId: string; trackingNumber: string; courierId: string }): void {
    Object.assign(subOrder, shipment);
  }

  deliver(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, ['delivered'], at);
    subOrder.deliveredAt = at;
  }

  /** A parcel to be paid at the door that comes back was refused there; a paid one reached nobody. */
  comeBack(subOrder: SubOrder, to: 'returning' | 'returned', at: Date): void {
    const cause = this.paymentMethod === 'cash-on-delivery' ? 'refused' : 'undeliverable';
    if (subOrder.status === 'shipped') {
      this.move(subOrder, [cause], at);
      if (cause === 'refused') subOrder.refusedAt = at;
    }
    if (subOrder.status !== 'returning') this.move(subOrder, ['returning'], at);
    if (to === 'returned') this.move(subOrder, ['returned'], at);
  }

  lose(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, ['undeliverable'], at);
  }

  complete(subOrder: SubOrder, at: Date): void {
    this.move(subOrder, ['completed'], at);
  }

  expire(at: Date): void {
    this.step('expired', at);
    this.endedAt = at;
  }

  /** Before anything was shipped. What a cooperative has in hand ends with it; what it rejected stays so. */
  cancel(at: Date): void {
    const onTheRoad = this.subOrders.find(({ status }) => !isCancelable(status) && !fruitless.has(status));
    if (onTheRoad) throw new OrderNotCancelable(onTheRoad.status);
    const wasConfirmed = this.confirmedAt !== null;
    this.step('canceled', at);
    this.endedAt = at;
    if (!wasConfirmed) return;
    for (const subOrder of this.subOrders.filter(({ status }) => isCancelable(status))) this.end(subOrder, at);
    this.recountDue();
  }

  canMove(subOrder: SubOrder, to: SubOrderStatus): boolean {
    return nextSubOrderStatuses[subOrder.status].includes(to);
  }

  private move(subOrder: SubOrder, steps: readonly SubOrderStatus[], at: Date): void {
    if (this.confirmedAt === null) throw new InvalidTransition('sub-order', subOrder.status, steps.at(-1) ?? '');
    for (const status of steps) {
      assertSubOrderArrow(subOrder.status, status);
      this.changes.push({ subOrder, previous: subOrder.status, status, at });
      subOrder.status = status;
    }
    this.recountDue();
    const statuses = this.subOrders.map(({ status }) => status);
    for (const status of arrowsOf(this.status, statuses)) {
      this.step(status, at);
      if (status === 'canceled') this.endedAt = at;
    }
  }

  private step(status: OrderStatus, at: Date): void {
    assertOrderArrow(this.status, status);
    this.changes.push({ subOrder: null, previous: this.status, status, at });
    this.status = status;
  }

  private end(subOrder: SubOrder, at: Date): void {
    this.changes.push({ subOrder, previous: subOrder.status, status: 'canceled', at });
    subOrder.status = 'canceled';
  }

  private recountDue(): void {
    const alive = this.subOrders.filter(({ status }) => !fruitless.has(status));
    this.dueAmount = sum(
      alive.map(({ totalAmount }) => money(totalAmount, this.currency)),
      this.currency,
    ).amount;
  }
}

import { Injectable } from '@nestjs/common';
import { pickText } from '@tiwizi/i18n';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { ShippingApi } from '@tiwizi/shipping';
import type { Order } from '../domain/order.js';
import type { SubOrder } from '../domain/sub-order.js';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';
import type { SellerGesture } from './accept-sub-order.js';

@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly shipping: ShippingApi,
    private readonly recording: RecordChanges,
  ) {}

  /** Into the carrier's hands: the parcel's shipment opens with the same commit, with the cash to collect. */
  async execute({ cooperativeId, subOrderId, actor }: SellerGesture, trackingNumber?: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdOrderOf(tx, subOrderId, cooperativeId);
      const part = order.part(subOrderId);
      if (part.status === 'shipped') return;
      order.handOver(part, new Date());
      order.attach(part, await this.openShipment(tx, order, part, trackingNumber));
      await this.recording.execute(tx, order, { action: 'orders.sub-order-shipped', actor });
    });
  }

  private openShipment(tx: EntityManager, order: Order, part: SubOrder, trackingNumber: string | undefined) {
    const isCash = order.paymentMethod === 'cash-on-delivery';
    return this.shipping.openShipment(tx, {
      subOrderId: part.id,
      subOrderNumber: part.number,
      cooperativeId: part.cooperativeId,
      cooperativeName: part.cooperativeName,
      city: pickText(order.address.city, order.locale).text,
      isOnSite: part.isOnSite,
      cashToCollect: isCash ? { amount: part.totalAmount, currency: order.currency } : null,
      ...(trackingNumber && { trackingNumber }),
    });
  }
}

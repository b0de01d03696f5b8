import { ShipmentChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, ProcessLog, type EventHandler } from '@tiwizi/events';
import { LedgerApi } from '@tiwizi/ledger';
import { type EntityManager } from '@tiwizi/persistence';
import type { Order } from '../domain/order.js';
import type { SubOrder } from '../domain/sub-order.js';
import { holdOrderOf } from '../persistence/hold-order.js';
import { RecordChanges } from '../persistence/record-changes.js';

type Payload = PayloadOf<typeof ShipmentChangedV1>;

/** What the carrier reports moves the parcel along S3. Reports come late and twice: those that lead nowhere are left. */
@EventConsumer()
export class OnShipmentChanged implements EventHandler<typeof ShipmentChangedV1> {
  readonly name = 'orders/on-shipment-changed';
  readonly event = ShipmentChangedV1;

  constructor(
    private readonly ledger: LedgerApi,
    private readonly recording: RecordChanges,
    private readonly log: ProcessLog,
  ) {}

  async handle(tx: EntityManager, payload: Payload): Promise<void> {
    const order = await holdOrderOf(tx, payload.subOrderId);
    const part = order.part(payload.subOrderId);
    const isMoved = await this.apply(tx, order, part, payload);
    if (!isMoved) return;
    const cause = `shipment:${payload.trackingNumber}`;
    await this.recording.execute(tx, order, {
      action: `orders.sub-order-${part.status.replaceAll('_', '-')}`,
      actor: 'system',
      cause,
    });
  }

  private async apply(tx: EntityManager, order: Order, part: SubOrder, payload: Payload): Promise<boolean> {
    const at = new Date(payload.at);
    const isOnTheRoad = part.status === 'shipped';
    switch (payload.status) {
      case 'delivered':
        if (!isOnTheRoad) return false;
        order.deliver(part, at);
        await this.settle(tx, order, part, payload.cashCollected);
        return true;
      case 'returning':
        if (!isOnTheRoad) return false;
        order.comeBack(part, 'returning', at);
        return true;
      case 'returned':
        if (!isOnTheRoad && part.status !== 'returning') return false;
        order.comeBack(part, 'returned', at);
        return true;
      case 'lost':
      case 'damaged':
        if (!isOnTheRoad) return false;
        order.lose(part, at);
        return true;
      default:
        return false;
    }
  }

  /** Money for the cooperative exists once the parcel is in the buyer's hands and, for cash, the cash in the carrier's. */
  private async settle(
    tx: EntityManager,
    order: Order,
    part: SubOrder,
    cashCollected: Payload['cashCollected'],
  ): Promise<void> {
    const isCash = order.paymentMethod === 'cash-on-delivery';
    if (isCash && cashCollected?.amount !== part.totalAmount) {
      this.log.error({ subOrder: part.number, cashCollected }, 'delivered without its cash: nothing is credited');
      return;
    }
    await this.ledger.subOrderDelivered(tx, {
      orderId: order.id,
      subOrderId: part.id,
      subOrderNumber: part.number,
      cooperativeId: part.cooperativeId,
      method: order.paymentMethod,
      courierId: part.courierId ?? 'unknown',
      goodsAmount: part.goodsAmount,
      shippingAmount: part.shippingAmount,
      commissionAmount: part.commissionAmount,
      vatAmount: part.vatAmount,
      dueAmount: part.dueAmount,
      commissionBps: part.commissionBps,
      vatBps: part.vatBps,
      currency: order.currency,
      deliveredAt: part.deliveredAt ?? new Date(),
      cashCollectedAmount: isCash ? (cashCollected?.amount ?? null) : null,
    });
  }
}

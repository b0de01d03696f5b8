import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { orderEnded, subOrderChanged, type Message } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import type { Order } from '../domain/order.js';
import type { SubOrder } from '../domain/sub-order.js';
import type { SubOrderStatus } from '../domain/sub-order-status.js';

export interface Why {
  /** `orders.sub-order-accepted` */
  readonly action: string;
  readonly actor: string;
  readonly cause?: string | null;
  readonly details?: Record<string, unknown>;
}

/** What goes back on the shelf, and how the stock movement is called. */
const restockCauses: Partial<Record<SubOrderStatus, string>> = {
  rejected: 'rejected',
  auto_rejected: 'rejected',
  canceled: 'canceled',
  returned: 'returned',
};

const writeChanges = `
  with changed_order as (
    update orders."order" set status = $2, due_amount = $3, ended_at = $4,
      cash_place = case when $2 in ('placed', 'confirmed', 'in_progress') then cash_place end
    where id = $1
  ), changed_part as (
    update orders.sub_order set
      status = part.status, delivered_at = part."deliveredAt", refused_at = part."refusedAt",
      shipment_id = part."shipmentId", tracking_number = part."trackingNumber", courier_id = part."courierId",
      rejection_reason = part."rejectionReason", rejection_message = part."rejectionMessage"
    from jsonb_to_recordset($5::jsonb) as part(id uuid, status text, "deliveredAt" timestamptz, "refusedAt" timestamptz,
      "shipmentId" uuid, "trackingNumber" text, "courierId" text, "rejectionReason" text, "rejectionMessage" text)
    where sub_order.id = part.id
  )
  insert into orders.status_change (order_id, sub_order_id, previous, status, actor, cause, at)
  select $1, change."subOrderId", change.previous, change.status, $7, $8, change.at
  from jsonb_to_recordset($6::jsonb) as change("subOrderId" uuid, previous text, status text, at timestamptz)`;

/** The only way a held order's changes reach the tables: with their history, stock, journal and messages, or not at all. */
@Injectable()
export class RecordChanges {
  constructor(
    private readonly catalog: CatalogApi,
    private readonly secrets: OrderSecrets,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: EntityManager, order: Order, { action, actor, cause = null, details }: Why): Promise<void> {
    if (order.changes.length === 0) return;
    const parts = movedParts(order);
    await tx.query(writeChanges, [
      order.id,
      order.status,
      order.dueAmount,
      order.endedAt,
      JSON.stringify([...parts.keys()].map(partRow)),
      JSON.stringify(order.changes.map(({ subOrder, ...change }) => ({ ...change, subOrderId: subOrder?.id ?? null }))),
      actor,
      cause,
    ]);
    await this.moveStock(tx, order, [...parts.keys()]);
    await this.journal.record(tx, {
      action,
      subject: `order:${order.number}`,
      actor,
      cause,
      ...(details && { details }),
    });
    await this.outbox.publishAll(tx, this.messages(order, parts));
  }

  private async moveStock(tx: EntityManager, order: Order, parts: readonly SubOrder[]): Promise<void> {
    if (!order.confirmedAt) {
      if (order.endedAt) await this.catalog.release(tx, order.id, order.status === 'expired' ? 'expired' : 'released');
      return;
    }
    const byCause = Map.groupBy(parts, ({ status }) => restockCauses[status]);
    for (const [cause, back] of byCause) {
      if (!cause) continue;
      const lines = back.flatMap((part) => part.lines.map(({ variantId, quantity }) => ({ variantId, quantity })));
      await this.catalog.restock(tx, { orderId: order.id, lines, cause });
    }
  }

  /** A gesture of several arrows is one message: from where it was to where it is. */
  private messages(order: Order, parts: ReadonlyMap<SubOrder, SubOrderStatus>): Message[] {
    const token = this.secrets.tokenOf(order);
    const told = [...parts].map(([part, previous]) => subOrderChanged(order, token, part, previous));
    const hasMoved = order.changes.some(({ subOrder, status }) => !subOrder && status === order.status);
    const { status } = order;
    const isOver = status === 'canceled' || status === 'expired';
    return hasMoved && isOver ? [...told, orderEnded(order, token, status)] : told;
  }
}

/** Each part that moved, with the status it had before. */
function movedParts(order: Order): Map<SubOrder, SubOrderStatus> {
  const parts = new Map<SubOrder, SubOrderStatus>();
  for (const { subOrder, previous } of order.changes) {
    if (subOrder && !parts.has(subOrder)) parts.set(subOrder, previous as SubOrderStatus);
  }
  return parts;
}

const partRow = (part: SubOrder) => ({
  id: part.id,
  status: part.status,
  deliveredAt: part.deliveredAt,
  refusedAt: part.refusedAt,
  shipmentId: part.shipmentId,
  trackingNumber: part.trackingNumber,
  courierId: part.courierId,
  rejectionReason: part.rejectionReason,
  rejectionMessage: part.rejectionMessage,
});

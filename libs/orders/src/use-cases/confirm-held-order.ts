import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { orderConfirmed, type ConfirmedPart } from '../domain/order-messages.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { assertLateArrow } from '../domain/order-status.js';
import type { OrderRow } from '../persistence/order-row.js';

const acceptHours = 48;

const confirmOrder = `
  with confirmed as (
    update orders."order" set status = 'confirmed', confirmed_at = $2, ended_at = null where id = $1
  ), shown as (
    update orders.sub_order set confirmed_at = $2, accept_by = $3 where order_id = $1
    returning *
  ), noted as (
    insert into orders.status_change (order_id, previous, status, actor, cause, at)
    values ($1, $6, 'confirmed', $4, $5, $2)
  )
  select json_agg(json_build_object(
    'subOrderId', id, 'subOrderNumber', number, 'cooperativeId', cooperative_id, 'totalAmount', total_amount,
    'terms', json_build_object(
      'goodsAmount', goods_amount, 'shippingAmount', shipping_amount, 'commissionAmount', commission_amount,
      'vatAmount', vat_amount, 'dueAmount', due_amount, 'commissionBps', commission_bps, 'vatBps', vat_bps)
  ) order by position) as parts
  from shown`;

/** To `confirmed`, in the caller's transaction, on an order it holds: the goods are sold now. */
@Injectable()
export class ConfirmHeldOrder {
  constructor(
    private readonly catalog: CatalogApi,
    private readonly secrets: OrderSecrets,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: EntityManager, order: OrderRow, actor: string, cause: string): Promise<void> {
    assertLateArrow(order.status);
    const at = new Date();
    const acceptBy = new Date(at.getTime() + acceptHours * 3_600_000);
    await this.catalog.consume(tx, order.id);
    const rows: { parts: ConfirmedPart[] }[] = await tx.query(confirmOrder, [
      order.id,
      at,
      acceptBy,
      actor,
      cause,
      order.status,
    ]);
    await this.journal.record(tx, { action: 'orders.order-confirmed', subject: `order:${order.number}`, actor, cause });
    const parts = rows[0]?.parts ?? [];
    await this.outbox.publishAll(tx, [orderConfirmed(order, this.secrets.tokenOf(order), parts, acceptBy)]);
  }
}

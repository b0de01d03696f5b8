import { Injectable } from '@nestjs/common';
import { CatalogApi } from '@tiwizi/catalog';
import { DomainError } from '@tiwizi/errors';
import { type EntityManager } from '@tiwizi/persistence';
import { holdRow, type OrderRow } from '../persistence/order-row.js';
import { ConfirmHeldOrder } from './confirm-held-order.js';

export type Confirmation = 'confirmed' | 'already' | 'impossible';

const linesOf = `select variant_id as "variantId", quantity from orders.order_line where order_id = $1`;

@Injectable()
export class ConfirmPaidOrder {
  constructor(
    private readonly catalog: CatalogApi,
    private readonly confirming: ConfirmHeldOrder,
  ) {}

  /** Payments asks in its own transaction, once the money is certain. A late payment is served if the goods remain. */
  async execute(tx: EntityManager, orderId: string, cause: string): Promise<Confirmation> {
    const order = await holdRow(tx, { id: orderId });
    if (order.status === 'canceled') return 'impossible';
    if (order.status !== 'placed' && order.status !== 'expired') return 'already';
    if (order.status === 'expired' && !(await this.holdAgain(tx, order))) return 'impossible';
    await this.confirming.execute(tx, order, 'system', cause);
    return 'confirmed';
  }

  /** The goods went back on the shelf when the order expired; they are taken again, all or none. */
  private async holdAgain(tx: EntityManager, order: OrderRow): Promise<boolean> {
    const lines: { variantId: string; quantity: number }[] = await tx.query(linesOf, [order.id]);
    try {
      await this.catalog.reserve(tx, { orderId: order.id, expiresAt: new Date(Date.now() + 60_000), lines });
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return false;
      throw error;
    }
  }
}

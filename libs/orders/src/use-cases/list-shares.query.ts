import { Injectable } from '@nestjs/common';
import { Database, type EntityManager } from '@tiwizi/persistence';
import type { Share } from '../domain/payable-order.js';

const sharesOf = `
  select coalesce(json_agg(json_build_object('subOrderId', id, 'subOrderNumber', number, 'cooperativeId', cooperative_id,
    'totalAmount', total_amount, 'currency', currency, 'status', status) order by position), '[]') as shares
  from orders.sub_order where order_id = $1`;

@Injectable()
export class ListShares {
  constructor(private readonly database: Database) {}

  /** Inside a transaction, as it sees them. */
  async execute(tx: EntityManager | null, orderId: string): Promise<Share[]> {
    const rows: { shares: Share[] }[] = await (tx
      ? tx.query(sharesOf, [orderId])
      : this.database.query<{ shares: Share[] }>(sharesOf, [orderId]));
    return rows[0]?.shares ?? [];
  }
}

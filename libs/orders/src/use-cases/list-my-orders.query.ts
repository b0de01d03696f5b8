import { Injectable } from '@nestjs/common';
import { Cursors, Database, type NamedStatement } from '@tiwizi/persistence';
import type { Money } from '@tiwizi/contracts';
import type { OrderStatus } from '../domain/order-status.js';

export interface MyOrderRow {
  id: string;
  number: string;
  status: OrderStatus;
  placedAt: string;
  totalAmount: number;
  currency: Money['currency'];
  parcelCount: number;
}

const myOrders: NamedStatement = {
  name: 'orders.mine',
  text: `
    select o.id, o.number, o.status, to_json(o.placed_at) as "placedAt", o.total_amount::float8 as "totalAmount", o.currency,
      (select count(*)::int from orders.sub_order part where part.order_id = o.id) as "parcelCount"
    from orders."order" o
    where o.account_id = $1 and ($2::timestamptz is null or (o.placed_at, o.id) < ($2, $3::uuid))
    order by o.placed_at desc, o.id desc
    limit $4`,
};

@Injectable()
export class ListMyOrders {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(accountId: string, limit: number, cursor?: string) {
    const [at = null, id = null] = cursor ? this.cursors.decode('orders/mine', cursor) : [];
    const rows = await this.database.named<MyOrderRow>(myOrders, [accountId, at, id, limit + 1]);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor =
      rows.length > limit && last ? this.cursors.encode('orders/mine', [last.placedAt, last.id]) : null;
    return { items, nextCursor };
  }
}

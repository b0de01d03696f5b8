import { Injectable } from '@nestjs/common';
import type { Money, PaymentMethod } from '@tiwizi/contracts';
import { Cursors, Database, type NamedStatement } from '@tiwizi/persistence';
import { OrderNotFound } from '../domain/order-errors.js';
import type { Address } from '../domain/order.js';
import type { SubOrderStatus } from '../domain/sub-order-status.js';
import { isOnSite, linesOf, timelineOf, type LineRow, type TimelineRow } from '../persistence/part-rows.js';

export interface SellerOrderRow {
  id: string;
  number: string;
  status: SubOrderStatus;
  placedAt: string;
  acceptBy: string | null;
  deliveredAt: string | null;
  currency: Money['currency'];
  goodsAmount: number;
  shippingAmount: number;
  totalAmount: number;
  dueAmount: number;
  commissionAmount: number;
  vatAmount: number;
  paymentMethod: PaymentMethod;
  isOnSite: boolean;
  trackingNumber: string | null;
  phone: string;
  address: Address;
  lines: LineRow[];
  timeline: TimelineRow[];
  workGroup: number;
  confirmedAt: string;
}

export interface SellerOrderPage {
  items: SellerOrderRow[];
  nextCursor: string | null;
  counts: { toPrepare: number; ready: number; shipped: number; finished: number };
}

export const groups = ['to-prepare', 'ready', 'shipped', 'finished'] as const;
export type Group = (typeof groups)[number];

const row = `json_build_object(
  'id', part.id, 'number', part.number, 'status', part.status, 'placedAt', o.placed_at, 'acceptBy', part.accept_by,
  'deliveredAt', part.delivered_at, 'currency', part.currency, 'goodsAmount', part.goods_amount,
  'shippingAmount', part.shipping_amount, 'totalAmount', part.total_amount, 'dueAmount', part.due_amount,
  'commissionAmount', part.commission_amount, 'vatAmount', part.vat_amount, 'paymentMethod', o.payment_method,
  'isOnSite', ${isOnSite('part')}, 'trackingNumber', part.tracking_number, 'phone', o.phone, 'address', o.address,
  'lines', ${linesOf('part')}, 'timeline', ${timelineOf('part')},
  'workGroup', part.work_group, 'confirmedAt', part.confirmed_at)`;

/** What is to do comes oldest first; what is finished, newest first. Paged by key, so that page 1,000 costs what page 1 does. */
const list = (name: string, after: '<' | '>', direction: 'asc' | 'desc'): NamedStatement => ({
  name,
  text: `
    with page as (
      select * from orders.sub_order
      where cooperative_id = $1 and confirmed_at is not null and work_group = any($2::smallint[])
        and ($3::smallint is null or (work_group, confirmed_at, id) ${after} ($3, $4::timestamptz, $5::uuid))
      order by work_group ${direction}, confirmed_at ${direction}, id ${direction}
      limit $6
    )
    select json_build_object(
      'items', coalesce((
        select json_agg(${row} order by part.work_group ${direction}, part.confirmed_at ${direction}, part.id ${direction})
        from page part join orders."order" o on o.id = part.order_id), '[]'),
      'counts', (
        select json_build_object(
          'toPrepare', count(*) filter (where work_group = 0), 'ready', count(*) filter (where work_group = 1),
          'shipped', count(*) filter (where work_group = 2), 'finished', count(*) filter (where work_group = 3))
        from orders.sub_order where cooperative_id = $1 and confirmed_at is not null)
    )::text`,
});
const oldestFirst = list('orders.seller-list', '>', 'asc');
const newestFirst = list('orders.seller-list-finished', '<', 'desc');

const one: NamedStatement = {
  name: 'orders.seller-show',
  text: `
    select ${row}::text
    from orders.sub_order part join orders."order" o on o.id = part.order_id
    where part.id = $1 and part.cooperative_id = $2 and part.confirmed_at is not null`,
};

@Injectable()
export class SellerOrders {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async list(
    cooperativeId: string,
    group: Group | undefined,
    limit: number,
    cursor?: string,
  ): Promise<SellerOrderPage> {
    const [workGroup = null, at = null, id = null] = cursor ? this.cursors.decode('orders/seller', cursor) : [];
    const wanted = group ? [groups.indexOf(group)] : [0, 1, 2, 3];
    const statement = group === 'finished' ? newestFirst : oldestFirst;
    const text = await this.database.json(statement, [cooperativeId, wanted, workGroup, at, id, limit + 1]);
    const { items, counts } = JSON.parse(text ?? '') as Omit<SellerOrderPage, 'nextCursor'>;
    const page = items.slice(0, limit);
    const last = page.at(-1);
    const hasMore = items.length > limit && last;
    return {
      items: page,
      counts,
      nextCursor: hasMore ? this.cursors.encode('orders/seller', [last.workGroup, last.confirmedAt, last.id]) : null,
    };
  }

  async show(cooperativeId: string, subOrderId: string): Promise<SellerOrderRow> {
    const text = await this.database.json(one, [subOrderId, cooperativeId]);
    if (!text) throw new OrderNotFound();
    return JSON.parse(text) as SellerOrderRow;
  }
}

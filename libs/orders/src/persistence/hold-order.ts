import type { EntityManager } from '@tiwizi/persistence';
import { OrderNotFound } from '../domain/order-errors.js';
import { OrderLine } from '../domain/order-line.js';
import { Order } from '../domain/order.js';
import { SubOrder } from '../domain/sub-order.js';

/** The order's row is the lock of all its parts: whoever changes one of them waits here. */
export async function holdOrder(tx: EntityManager, id: string): Promise<Order> {
  const order = await tx.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!order) throw new OrderNotFound();
  order.subOrders = await tx.find(SubOrder, { where: { orderId: id }, order: { position: 'ASC' } });
  const lines = await tx.findBy(OrderLine, { orderId: id });
  for (const part of order.subOrders) part.lines = lines.filter(({ subOrderId }) => subOrderId === part.id);
  return order;
}

/** By the number of one of its parts; with `cooperativeId`, another cooperative's parts do not exist. */
export async function holdOrderOf(tx: EntityManager, subOrderId: string, cooperativeId?: string): Promise<Order> {
  const found: { order_id: string }[] = await tx.query(
    `select order_id from orders.sub_order
     where id = $1 and ($2::uuid is null or (cooperative_id = $2 and confirmed_at is not null))`,
    [subOrderId, cooperativeId ?? null],
  );
  const [row] = found;
  if (!row) throw new OrderNotFound();
  return holdOrder(tx, row.order_id);
}

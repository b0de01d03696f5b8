/**
 * @tiwizi/orders: what was sold, to whom, and where each parcel stands.
 *
 * Owns the order, its sub-order per cooperative, their lines, their history and the secrets that open an order without
 * an account. Declares `PaymentDesk`, the port to whoever takes the money.
 *
 * Rules: an order copies the priced checkout and prices nothing again; one order per cart, whatever key or tab asked
 * for it; states move along S2 and S3 only, each arrow with its history row, journal row and message in the same
 * transaction; after confirmation the order's state follows from its parcels. Commission and VAT are frozen at
 * placement. An order belongs to its account, to the holder of its token, and to number and phone together; for
 * everyone else it does not exist. A cooperative sees its own parcels, from confirmation on, and the address from
 * acceptance until 30 days after delivery.
 */
export { PaymentDesk, type Contact, type PaymentState, type PaymentToOpen } from './domain/payment-desk.js';
export type { PayableOrder, Share } from './domain/payable-order.js';
export type { OrderStatus } from './domain/order-status.js';
export type { SubOrderStatus } from './domain/sub-order-status.js';
export { OrdersApi } from './orders.api.js';
export { OrdersModule } from './orders.module.js';
export { ordersMigrations } from './persistence/migrations/index.js';
export type { Confirmation } from './use-cases/confirm-paid-order.js';

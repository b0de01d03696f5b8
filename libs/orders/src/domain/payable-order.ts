import type { Money, PaymentMethod } from '@tiwizi/contracts';
import type { OrderStatus } from './order-status.js';
import type { Contact } from './payment-desk.js';
import type { SubOrderStatus } from './sub-order-status.js';

/** What payments needs to know of an order before it takes money for it. */
export interface PayableOrder {
  readonly orderId: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly method: PaymentMethod;
  readonly totalAmount: number;
  /** The total without the parcels that will not be delivered. */
  readonly dueAmount: number;
  readonly currency: Money['currency'];
  readonly expiresAt: Date;
  readonly contact: Contact;
  /** The caller is signed in as its buyer or holds its token; always false when asked by id. */
  readonly isOwner: boolean;
}

export interface Share {
  readonly subOrderId: string;
  readonly subOrderNumber: string;
  readonly cooperativeId: string;
  readonly totalAmount: number;
  readonly currency: Money['currency'];
  readonly status: SubOrderStatus;
}

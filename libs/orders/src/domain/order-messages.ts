import {
  ConfirmationCodeIssuedV1,
  OrderConfirmedV1,
  OrderEndedV1,
  SubOrderChangedV1,
  type EventDefinition,
  type Money,
  type PaymentMethod,
  type ShareTerms,
} from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { Contact } from './payment-desk.js';
import type { SubOrder } from './sub-order.js';
import type { SubOrderStatus } from './sub-order-status.js';

export type Message = readonly [EventDefinition, unknown];

/** What every message about an order says of it. */
export interface Told {
  readonly id: string;
  readonly number: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly paymentMethod: PaymentMethod;
  readonly currency: Money['currency'];
  readonly totalAmount: number;
}

export interface ConfirmedPart {
  readonly subOrderId: string;
  readonly subOrderNumber: string;
  readonly cooperativeId: string;
  readonly totalAmount: number;
  readonly terms: ShareTerms;
}

export const contactOf = (order: Told, token: string): Contact => ({
  name: order.contactName,
  phone: order.phone,
  email: order.email,
  locale: order.locale,
  token,
});

const head = (order: Told, token: string) => ({
  orderId: order.id,
  number: order.number,
  contact: contactOf(order, token),
  paymentMethod: order.paymentMethod,
  total: { amount: order.totalAmount, currency: order.currency },
});

export const codeIssued = (order: Told, token: string, code: string): Message => [
  ConfirmationCodeIssuedV1,
  { ...head(order, token), code },
];

export const orderConfirmed = (
  order: Told,
  token: string,
  parts: readonly ConfirmedPart[],
  acceptBy: Date,
): Message => [
  OrderConfirmedV1,
  {
    ...head(order, token),
    subOrders: parts.map(({ totalAmount, ...part }) => ({
      ...part,
      total: { amount: totalAmount, currency: order.currency },
      acceptBy: acceptBy.toISOString(),
    })),
  },
];

export const orderEnded = (order: Told, token: string, status: 'canceled' | 'expired'): Message => [
  OrderEndedV1,
  { ...head(order, token), status },
];

export const subOrderChanged = (order: Told, token: string, subOrder: SubOrder, previous: SubOrderStatus): Message => [
  SubOrderChangedV1,
  {
    ...head(order, token),
    subOrderId: subOrder.id,
    subOrderNumber: subOrder.number,
    cooperativeId: subOrder.cooperativeId,
    cooperativeName: subOrder.cooperativeName,
    previous,
    status: subOrder.status,
    trackingNumber: subOrder.isOnSite ? null : subOrder.trackingNumber,
    subOrderTotal: { amount: subOrder.totalAmount, currency: order.currency },
  },
];

import { z } from 'zod';
import { PaymentMethod } from '../checkout/carts.js';
import { ShareTerms } from '../ledger/share-terms.js';
import { event } from '../shared/event.js';
import { Id, Instant, LocaleCode, Money } from '../shared/values.js';
import { SubOrderStatus } from './orders.js';

/** Where the buyer is reached, copied from the checkout. `token` opens the order's page without an account. */
const Contact = z.strictObject({
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  locale: LocaleCode,
  token: z.string(),
});
const order = { orderId: Id, number: z.string(), contact: Contact, paymentMethod: PaymentMethod, total: Money };

/** The code that proves the phone of a cash order; it is worthless once the order is confirmed or expired. */
export const ConfirmationCodeIssuedV1 = event(
  'orders.confirmation-code-issued.v1',
  'post',
  z.strictObject({ ...order, code: z.string() }),
);
export const OrderConfirmedV1 = event(
  'orders.order-confirmed.v1',
  'quick',
  z.strictObject({
    ...order,
    subOrders: z.array(
      z.strictObject({
        subOrderId: Id,
        subOrderNumber: z.string(),
        cooperativeId: Id,
        total: Money,
        terms: ShareTerms,
        acceptBy: Instant,
      }),
    ),
  }),
);
/** Nothing will be delivered: canceled by the buyer, by every cooperative, or never paid for. */
export const OrderEndedV1 = event(
  'orders.order-ended.v1',
  'quick',
  z.strictObject({ ...order, status: z.enum(['canceled', 'expired']) }),
);
export const SubOrderChangedV1 = event(
  'orders.sub-order-changed.v1',
  'quick',
  z.strictObject({
    ...order,
    subOrderId: Id,
    subOrderNumber: z.string(),
    cooperativeId: Id,
    cooperativeName: z.string(),
    previous: SubOrderStatus,
    status: SubOrderStatus,
    trackingNumber: z.string().nullable(),
    subOrderTotal: Money,
  }),
);

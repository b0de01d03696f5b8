import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { PaymentMethod } from '../checkout/carts.js';
import { Id, Instant, LocaleQuery, Money, NoContent, PhoneInput } from '../shared/values.js';

export const orderStatuses = [
  'draft',
  'placed',
  'confirmed',
  'in_progress',
  'delivered',
  'completed',
  'expired',
  'canceled',
] as const;
export const subOrderStatuses = [
  'pending',
  'accepted',
  'preparing',
  'ready',
  'shipped',
  'delivered',
  'completed',
  'rejected',
  'auto_rejected',
  'canceled',
  'refused',
  'undeliverable',
  'returning',
  'returned',
  'return_requested',
  'return_approved',
  'return_rejected',
] as const;
export const paymentStatuses = [
  'created',
  'requires_action',
  'processing',
  'authorized',
  'captured',
  'failed',
  'canceled',
  'expired',
  'voided',
  'unknown',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_won',
  'dispute_lost',
  'orphaned',
] as const;
export const OrderStatus = z.enum(orderStatuses);
export const SubOrderStatus = z.enum(subOrderStatuses);
export const PaymentStatus = z.enum(paymentStatuses);

/** What the buyer must do next, if anything. */
export const NextAction = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('confirm-phone'),
      phoneMasked: z.string(),
      expiresAt: Instant,
      /** From when on another code may be asked for. */
      resendAt: Instant,
    }),
    z.strictObject({ type: z.literal('redirect'), url: z.string() }),
    z.strictObject({ type: z.literal('transfer'), reference: z.string(), amount: Money }),
  ])
  .meta({ id: 'NextAction' });
export const PaymentState = z.strictObject({
  id: Id,
  method: PaymentMethod,
  status: PaymentStatus,
  amount: Money,
  nextAction: NextAction.nullable(),
  declineCode: z.string().nullable(),
  canRetry: z.boolean(),
});
const OrderLine = z.strictObject({
  id: Id,
  title: z.string(),
  titleLocale: z.enum(['fr', 'ar', 'zgh', 'en']),
  measure: z.string().nullable(),
  quantity: z.int(),
  price: Money,
  total: Money,
  slug: z.string(),
  picture: z.string(),
});
/** `timeline` holds what happened, oldest first; `atText` is in Morocco's civil time and the reader's language. */
const Timeline = z.array(z.strictObject({ status: SubOrderStatus, at: Instant, atText: z.string() }));
export const SubOrderView = z.strictObject({
  id: Id,
  number: z.string(),
  status: SubOrderStatus,
  cooperative: z.strictObject({
    id: Id,
    slug: z.string(),
    name: z.string(),
    nameLocale: z.enum(['fr', 'ar', 'zgh', 'en']),
    emblem: z.string(),
  }),
  lines: z.array(OrderLine),
  goods: Money,
  shipping: Money,
  total: Money,
  timeline: Timeline,
  /** A service: the buyer goes there on a day arranged with the cooperative, and nothing travels. */
  isOnSite: z.boolean(),
  trackingNumber: z.string().nullable(),
  deliveryBy: z.string().nullable(),
});
export const OrderView = z
  .strictObject({
    id: Id,
    number: z.string(),
    status: OrderStatus,
    placedAt: Instant,
    placedAtText: z.string(),
    subOrders: z.array(SubOrderView),
    goods: Money,
    shipping: Money,
    total: Money,
    address: z.strictObject({
      name: z.string(),
      phoneMasked: z.string(),
      city: z.string(),
      line: z.string(),
      note: z.string().nullable(),
    }),
    payment: PaymentState,
  })
  .meta({ id: 'OrderView' });
export type OrderView = z.infer<typeof OrderView>;

const byNumber = z.strictObject({ number: z.string().regex(/^TZ-[0-9A-HJKMNP-TV-Z]{8}$/) });
/** A guest proves the order is theirs by the token received when placing, or by the phone number of the delivery. */
const proof = { token: z.string().max(200).optional() };
export const PlaceOrder = endpoint({
  id: 'orders/place',
  method: 'POST',
  path: '/orders',
  access: 'public',
  status: 201,
  isIdempotent: true,
  summary:
    'Place the order of a priced checkout. Twice with the same key: the same order. 409 `price_changed`, `out_of_stock`, `cart_already_ordered`.',
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({ checkoutId: Id }),
  response: z.strictObject({
    id: Id,
    number: z.string(),
    status: OrderStatus,
    token: z.string(),
    payment: PaymentState,
  }),
});
export const ShowOrder = endpoint({
  id: 'orders/show',
  method: 'GET',
  path: '/orders/:number',
  access: 'public',
  summary: 'An order, for its owner or with the token. 404 otherwise.',
  params: byNumber,
  query: z.strictObject({ ...LocaleQuery, ...proof }),
  response: OrderView,
});
export const TrackOrder = endpoint({
  id: 'orders/track',
  method: 'POST',
  path: '/orders/track',
  access: 'public',
  summary: 'Reference and phone together open an order; one neutral 404 `orders/not-found` otherwise; rate-limited.',
  body: z.strictObject({ number: z.string().trim().max(40), phone: PhoneInput }),
  response: z.strictObject({ number: z.string(), token: z.string() }),
});
export const ConfirmOrder = endpoint({
  id: 'orders/confirm',
  method: 'POST',
  path: '/orders/:number/confirm',
  access: 'public',
  summary: 'Confirm a cash-on-delivery order by the code sent to the phone. 400 `orders/wrong-code`.',
  params: byNumber,
  query: z.strictObject({ ...LocaleQuery, ...proof }),
  body: z.strictObject({ code: z.string().trim().max(12) }),
  response: OrderView,
});
export const ResendOrderCode = endpoint({
  id: 'orders/resend-code',
  method: 'POST',
  path: '/orders/:number/resend-code',
  access: 'public',
  status: 202,
  summary: 'Send a new confirmation code (at most 5, thirty seconds apart). 429 `orders/code-too-soon`.',
  params: byNumber,
  query: z.strictObject(proof),
  response: NoContent,
});
export const CancelOrder = endpoint({
  id: 'orders/cancel',
  method: 'POST',
  path: '/orders/:number/cancel',
  access: 'public',
  isIdempotent: true,
  summary: 'Cancel before anything was shipped.',
  params: byNumber,
  query: z.strictObject({ ...LocaleQuery, ...proof }),
  body: z.strictObject({ reason: z.string().trim().max(500).optional() }),
  response: OrderView,
});
export const ListMyOrders = endpoint({
  id: 'orders/mine',
  method: 'GET',
  path: '/me/orders',
  access: 'orders:own',
  summary: 'My orders, newest first.',
  query: z.strictObject({
    ...LocaleQuery,
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        number: z.string(),
        status: OrderStatus,
        placedAtText: z.string(),
        total: Money,
        parcelCount: z.int(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
});

const coop = { coopId: Id };
const oneOf = z.strictObject({ ...coop, id: Id });
/** The address is shown only from acceptance on. */
export const SellerOrder = z
  .strictObject({
    id: Id,
    number: z.string(),
    status: SubOrderStatus,
    placedAt: Instant,
    placedAtText: z.string(),
    acceptBy: Instant.nullable(),
    acceptByText: z.string().nullable(),
    lines: z.array(OrderLine),
    goods: Money,
    shipping: Money,
    total: Money,
    paymentMethod: PaymentMethod,
    due: Money,
    commission: Money,
    vatOnCommission: Money,
    timeline: Timeline,
    isOnSite: z.boolean(),
    trackingNumber: z.string().nullable(),
    address: z
      .strictObject({
        name: z.string(),
        phone: z.string(),
        city: z.string(),
        line: z.string(),
        note: z.string().nullable(),
      })
      .nullable(),
    city: z.string(),
  })
  .meta({ id: 'SellerOrder' });
export type SellerOrder = z.infer<typeof SellerOrder>;
export const ListSellerOrders = endpoint({
  id: 'orders/seller-list',
  method: 'GET',
  path: '/workspace/:coopId/orders',
  access: 'workspace:orders',
  summary: 'Sub-orders of the cooperative, oldest to do first.',
  params: z.strictObject(coop),
  query: z.strictObject({
    ...LocaleQuery,
    group: z.enum(['to-prepare', 'ready', 'shipped', 'finished']).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.strictObject({
    items: z.array(SellerOrder),
    nextCursor: z.string().nullable(),
    counts: z.strictObject({ toPrepare: z.int(), ready: z.int(), shipped: z.int(), finished: z.int() }),
  }),
});
export const ShowSellerOrder = endpoint({
  id: 'orders/seller-show',
  method: 'GET',
  path: '/workspace/:coopId/orders/:id',
  access: 'workspace:orders',
  summary: 'One sub-order.',
  params: oneOf,
  query: z.strictObject(LocaleQuery),
  response: SellerOrder,
});
export const AcceptSubOrder = endpoint({
  id: 'orders/accept',
  method: 'POST',
  path: '/workspace/:coopId/orders/:id/accept',
  access: 'workspace:orders',
  isIdempotent: true,
  summary: 'Accept: the cooperative will prepare it.',
  params: oneOf,
  query: z.strictObject(LocaleQuery),
  response: SellerOrder,
});
export const RejectSubOrder = endpoint({
  id: 'orders/reject',
  method: 'POST',
  path: '/workspace/:coopId/orders/:id/reject',
  access: 'workspace:orders',
  isIdempotent: true,
  summary: 'Cannot serve it, with a reason; stock and money go back.',
  params: oneOf,
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({
    reason: z.enum(['no-stock', 'damaged', 'cannot-ship', 'other']),
    message: z.string().trim().max(500).optional(),
  }),
  response: SellerOrder,
});
export const MarkReady = endpoint({
  id: 'orders/ready',
  method: 'POST',
  path: '/workspace/:coopId/orders/:id/ready',
  access: 'workspace:orders',
  isIdempotent: true,
  summary: 'The parcel is packed.',
  params: oneOf,
  query: z.strictObject(LocaleQuery),
  response: SellerOrder,
});
export const HandOver = endpoint({
  id: 'orders/hand-over',
  method: 'POST',
  path: '/workspace/:coopId/orders/:id/shipments',
  access: 'workspace:orders',
  isIdempotent: true,
  summary: 'Handed to the carrier.',
  params: oneOf,
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({ trackingNumber: z.string().trim().max(60).optional() }),
  response: SellerOrder,
});

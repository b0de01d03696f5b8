import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { CooperativeChip } from '../cooperatives/cooperatives.js';
import {
  Id,
  IdOrSlug,
  IdParams,
  Instant,
  LocaleQuery,
  LocalizedText,
  Money,
  PhoneInput,
  Picture,
  Quantity,
} from '../shared/values.js';

/** A cart's id is a secret of 122 random bits: who has it, has the cart. */
export const DeliveryAddress = z.strictObject({
  name: z.string().trim().min(1).max(120),
  phone: PhoneInput,
  provinceId: z.string().max(10),
  line: z.string().trim().min(1).max(300),
  note: z.string().trim().max(500).optional(),
});
export type DeliveryAddress = z.infer<typeof DeliveryAddress>;
export const CartLine = z.strictObject({
  id: Id,
  variantId: Id,
  productId: Id,
  slug: z.string(),
  title: LocalizedText,
  measure: z.string().nullable(),
  picture: Picture,
  quantity: z.int(),
  price: Money,
  total: Money,
  available: z.int(),
  /** Said on the line before checkout: the price was another when it was added, or less is left. */
  notice: z.enum(['price-changed', 'quantity-reduced', 'sold-out', 'withdrawn']).nullable(),
  priceWhenAdded: Money,
});
/** Services are done on site, on a day arranged with the cooperative: there are no days of delivery. */
export const DeliveryOption = z.strictObject({
  id: z.string(),
  nameKey: z.string(),
  price: Money,
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  earliestText: z.string().nullable(),
  latestText: z.string().nullable(),
});
export const Parcel = z.strictObject({
  cooperative: CooperativeChip,
  lines: z.array(CartLine),
  goods: Money,
  weightGrams: z.int(),
  delivery: DeliveryOption.nullable(),
  total: Money,
});
export const Cart = z
  .strictObject({
    id: Id,
    parcels: z.array(Parcel),
    itemCount: z.int(),
    goods: Money,
    delivery: Money.nullable(),
    total: Money,
    address: z.strictObject({ ...DeliveryAddress.shape, city: LocalizedText }).nullable(),
    /** False with a parcel of services: no courier comes who would take the money. */
    mayPayCash: z.boolean(),
    updatedAt: Instant,
    /** Set once the cart became an order: it cannot change any more. */
    orderNumber: z.string().nullable(),
  })
  .meta({ id: 'Cart' });
export type Cart = z.infer<typeof Cart>;

const lineParams = z.strictObject({ id: Id, lineId: Id });
export const OpenCart = endpoint({
  id: 'checkout/open-cart',
  method: 'POST',
  path: '/carts',
  access: 'public',
  status: 201,
  summary: 'Open an empty cart.',
  response: z.strictObject({ id: Id }),
});
export const ShowCart = endpoint({
  id: 'checkout/cart',
  method: 'GET',
  path: '/carts/:id',
  access: 'public',
  summary: 'The cart with prices and stock read now.',
  params: IdParams,
  query: z.strictObject(LocaleQuery),
  response: Cart,
});
export const AddLine = endpoint({
  id: 'checkout/add-line',
  method: 'POST',
  path: '/carts/:id/lines',
  access: 'public',
  status: 201,
  summary: 'Add a variant; a second time adds to the quantity, capped by stock. 409 `out_of_stock`.',
  params: IdParams,
  body: z.strictObject({ variantId: Id, quantity: Quantity.optional() }),
  response: z.strictObject({ lineId: Id, quantity: z.int(), itemCount: z.int(), isCapped: z.boolean() }),
});
export const ChangeLine = endpoint({
  id: 'checkout/change-line',
  method: 'PATCH',
  path: '/carts/:id/lines/:lineId',
  access: 'public',
  summary: "Set a line's quantity, capped by stock.",
  params: lineParams,
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({ quantity: Quantity }),
  response: Cart,
});
export const RemoveLine = endpoint({
  id: 'checkout/remove-line',
  method: 'DELETE',
  path: '/carts/:id/lines/:lineId',
  access: 'public',
  summary: 'Remove a line.',
  params: lineParams,
  query: z.strictObject(LocaleQuery),
  response: Cart,
});
export const SetDelivery = endpoint({
  id: 'checkout/set-delivery',
  method: 'PUT',
  path: '/carts/:id/delivery',
  access: 'public',
  summary: 'Address and one delivery choice per cooperative (missing choices take the cheapest).',
  params: IdParams,
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({
    address: DeliveryAddress,
    choices: z
      .array(z.strictObject({ cooperativeId: Id, optionId: z.string().max(40) }))
      .max(80)
      .optional(),
  }),
  response: Cart,
});
export const DeliveryOptions = endpoint({
  id: 'checkout/delivery-options',
  method: 'GET',
  path: '/carts/:id/delivery-options',
  access: 'public',
  summary: "Options per cooperative to a province (`?provinceId=`, else the address's).",
  params: IdParams,
  query: z.strictObject({ ...LocaleQuery, provinceId: z.string().max(10).optional() }),
  response: z.strictObject({
    parcels: z.array(z.strictObject({ cooperativeId: Id, options: z.array(DeliveryOption) })),
  }),
});

export const EstimateDelivery = endpoint({
  id: 'checkout/estimate-delivery',
  method: 'GET',
  path: '/products/:idOrSlug/delivery',
  access: 'public',
  summary: 'What one piece of a product costs to deliver to a province, and when it arrives: said before the cart.',
  params: z.strictObject({ idOrSlug: IdOrSlug }),
  query: z.strictObject({ ...LocaleQuery, provinceId: z.string().max(10), variantId: Id.optional() }),
  response: z.strictObject({ options: z.array(DeliveryOption) }),
});

export const PaymentMethod = z.enum(['cash-on-delivery', 'card', 'bank-transfer']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;
export const Checkout = z
  .strictObject({ id: Id, cartId: Id, paymentMethod: PaymentMethod, cart: Cart, total: Money, expiresAt: Instant })
  .meta({ id: 'Checkout' });
export type Checkout = z.infer<typeof Checkout>;
export const PriceCheckout = endpoint({
  id: 'checkout/price',
  method: 'POST',
  path: '/checkouts',
  access: 'public',
  status: 201,
  summary: 'The priced snapshot of a cart (30 minutes). What it says is what is charged.',
  query: z.strictObject(LocaleQuery),
  body: z.strictObject({ cartId: Id, paymentMethod: PaymentMethod, email: z.email().optional() }),
  response: Checkout,
});

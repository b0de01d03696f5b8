import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { Cursor, Id, IdParams, Instant, LocaleQuery, Money, NoContent, PageSize } from '../shared/values.js';

export const shipmentStatuses = [
  'created',
  'handed_over',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'delivered',
  'returning',
  'returned',
  'lost',
  'damaged',
] as const;
export const ShipmentStatus = z.enum(shipmentStatuses);
export const ShipmentRow = z
  .strictObject({
    id: Id,
    trackingNumber: z.string(),
    subOrderNumber: z.string(),
    cooperativeName: z.string(),
    city: z.string(),
    status: ShipmentStatus,
    handedOverAt: Instant,
    handedOverAtText: z.string(),
    cashToCollect: Money.nullable(),
    nextStatuses: z.array(ShipmentStatus),
  })
  .meta({ id: 'ShipmentRow' });
export const ListShipments = endpoint({
  id: 'shipping/list',
  method: 'GET',
  path: '/admin/shipments',
  access: 'shipments:track',
  summary: 'Parcels under way, oldest first.',
  query: z.strictObject({
    ...LocaleQuery,
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
    q: z.string().max(60).optional(),
  }),
  response: z.strictObject({ items: z.array(ShipmentRow), nextCursor: z.string().nullable() }),
});
export const RecordTracking = endpoint({
  id: 'shipping/record',
  method: 'POST',
  path: '/admin/shipments/:id/events',
  access: 'shipments:track',
  isIdempotent: true,
  summary:
    'Record what the carrier reported. Delivery of a cash parcel states the cash collected: it must equal what is due.',
  params: IdParams,
  body: z.strictObject({ status: ShipmentStatus, cashCollected: Money.optional() }),
  response: NoContent,
});
/**
 * The carrier's own feed. `X-Carrier-Signature` is `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<raw body>`;
 * older than five minutes is refused.
 */
export const CarrierWebhook = endpoint({
  id: 'shipping/carrier-webhook',
  method: 'POST',
  path: '/webhooks/carrier',
  access: 'public',
  summary: 'Signed tracking events of the carrier.',
  body: z.object({
    eventId: z.string().max(100),
    trackingNumber: z.string().max(60),
    status: z.string().max(40),
    cashCollected: Money.optional(),
  }),
  response: z.object({ received: z.literal(true) }),
});

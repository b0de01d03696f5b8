import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id, Instant, Money } from '../shared/values.js';
import { ShipmentStatus } from './shipments.js';

export const ShipmentChangedV1 = event(
  'shipping.shipment-changed.v1',
  'quick',
  z.strictObject({
    shipmentId: Id,
    subOrderId: Id,
    courierId: z.string(),
    trackingNumber: z.string(),
    status: ShipmentStatus,
    at: Instant,
    cashCollected: Money.nullable(),
  }),
);

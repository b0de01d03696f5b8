/**
 * @tiwizi/shipping: what delivery costs, when it arrives, and where a parcel is.
 *
 * Owns zones, weight bands, rates and transit times as dated tables; public holidays; shipments with their tracking
 * numbers and every step they took; what the carrier sent.
 *
 * Rules: parcels are quoted from one reading of the tariff, kept for half a minute; days are working days of Morocco;
 * a shipment moves only along the arrows of `shipment-status.ts`; a cash parcel is delivered only with exactly the
 * cash that was due; a carrier's message counts once, signed over its raw bytes within five minutes, and is kept
 * whatever it says.
 */
export { onSiteId } from './domain/on-site.js';
export { UnknownProvince } from './domain/shipment-errors.js';
export { shippingMigrations } from './persistence/migrations/index.js';
export { ShippingApi } from './shipping.api.js';
export { ShippingModule } from './shipping.module.js';
export type { OpenedShipment, ParcelToShip } from './use-cases/open-shipment.js';
export type { ParcelToQuote, Quote } from './use-cases/quote-delivery.js';

/**
 * @tiwizi/contracts: the outside of the API, said once as Zod schemas.
 * Every route is an `Endpoint` (method, path, who may call it, what goes in and out); controllers, the access
 * guard, the OpenAPI document and the storefront's client are made from it. Unknown fields are refused.
 */
export * from './shared/access.js';
export * from './shared/endpoint.js';
export * from './shared/event.js';
export * from './shared/topics.js';
export * from './shared/values.js';
export * from './identity/sessions.js';
export * from './cooperatives/cooperatives.js';
export * from './catalog/products.js';
export * from './catalog/workspace-products.js';
export * from './search/search.js';
export * from './search/synonyms.js';
export * from './checkout/carts.js';
export * from './orders/orders.js';
export * from './payments/payments.js';
export * from './shipping/shipments.js';
export * from './ledger/balance.js';
export * from './ledger/share-terms.js';
export * from './moderation/cases.js';
export * from './notifications/mailbox.js';
export * from './identity/events.js';
export * from './cooperatives/events.js';
export * from './media/events.js';
export * from './catalog/events.js';
export * from './moderation/events.js';
export * from './orders/events.js';
export * from './payments/events.js';
export * from './shipping/events.js';
export * from './ledger/events.js';
export * from './search/events.js';
export * from './notifications/events.js';

/**
 * @tiwizi/catalog: what is for sale, and how much of it is left.
 *
 * Owns the category tree, listings (what cooperatives write), change sets (what they sent to the moderators, for
 * ever as sent), product versions (what was accepted, for ever as shown), variants with their prices, stock levels,
 * stock movements and reservations.
 *
 * Rules: buyers see accepted versions only; a change waits beside the version on show. 0 ≤ reserved ≤ on hand,
 * reserved is the sum of live reservations, on hand the sum of movements; a stock command is one statement that
 * locks levels in ascending id order, takes all or nothing, and changes nothing when repeated. Published reads are
 * one statement each. Others read the views `catalog.public_*`.
 */
export { CatalogApi, type ChangeSet } from './catalog.api.js';
export { CatalogModule } from './catalog.module.js';
export type { PublishedProduct, PublishedVariant } from './domain/published-product.js';
export { NotForSale, OutOfStock } from './domain/stock-errors.js';
export { catalogMigrations } from './persistence/migrations/index.js';
export type { StockLine } from './use-cases/reserve-stock.js';

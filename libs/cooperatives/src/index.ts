/**
 * @tiwizi/cooperatives: who sells here, and whether they may.
 *
 * Owns the registry: regions, provinces and labels; each cooperative with its names, place and numbers (ICE, court and
 * local register number, RIB), its counts, its verification and its way of selling. Publishes the views
 * `cooperatives.public_cooperative`, `public_region`, `public_province` and `public_label`.
 *
 * Rules: a cooperative is known by its court and local register number, never twice; only a verified one may sell, and
 * verifying, refusing and suspending are an admin's decisions with a reason and a journal row; a RIB is never shown
 * but for its bank and last four digits; a label is shown only while its certificate lives; counts, never persons.
 */
export { cooperativesMigrations } from './persistence/migrations/index.js';
export { CooperativesApi } from './cooperatives.api.js';
export { CooperativesModule } from './cooperatives.module.js';
export type { Seller } from './use-cases/find-seller.query.js';
export type { RegistryRow } from './use-cases/import-registry.js';

/**
 * @tiwizi/marketplace: all contexts in one list, wired once for the API, the worker, the command line and the
 * specs of the whole. Contains no rule of its own.
 */
export { MarketplaceModule } from './marketplace.module.js';
export { migrateMarketplace } from './migrate-marketplace.js';

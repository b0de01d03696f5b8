/**
 * @tiwizi/identity: who somebody is, and what they may do.
 *
 * Owns accounts, passwords, one-time codes, sessions and grants (who acts for which cooperative, and as what); shows
 * the audit journal to administrators.
 *
 * Rules: an account exists only once its telephone or e-mail address is proven by a code; no answer, and no time it
 * takes, tells whether an address is known; codes, tokens and passwords are kept as hashes; tries are counted per
 * address and network, and nobody is kept out longer than a quarter of an hour; a session that ends is over
 * everywhere at once.
 */
export { IdentityApi } from './identity.api.js';
export { IdentityModule } from './identity.module.js';
export { identityMigrations } from './persistence/migrations/index.js';
export type { Contact } from './use-cases/contacts.query.js';
export type { ImportedAccount } from './use-cases/import-accounts.js';

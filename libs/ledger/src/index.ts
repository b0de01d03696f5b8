/**
 * @tiwizi/ledger: who is owed what, and why.
 *
 * Owns the double-entry book (entries, lines, balances), the dated rates of commission and VAT, and the share of each
 * sub-order: agreed, funded, delivered, released. It knows no provider and calls no other context.
 *
 * Rules: an entry has two lines or more and sums to zero in each currency; nothing is changed or removed, a mistake is
 * reversed by an entry that names it; each fact has a business key and is written once; an entry's hash covers the one
 * before it in its order's chain; what somebody is owed never falls below zero. A cooperative's share becomes available
 * ten days after delivery, paid in cash only once the courier has handed the money over.
 */
export { ledgerMigrations } from './persistence/migrations/index.js';
export { LedgerApi } from './ledger.api.js';
export { LedgerModule } from './ledger.module.js';
export type { Share } from './domain/postings.js';
export type { Terms } from './domain/rates.js';

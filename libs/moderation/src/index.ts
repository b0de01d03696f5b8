/**
 * @tiwizi/moderation: what a person looks at before buyers do.
 *
 * Owns cases over the change sets of listings, claims, decisions with their reasons, and the signals that say where
 * to look first. It learns of submissions from the catalogue's events, and tells its decisions the same way; the
 * catalogue publishes.
 *
 * Rules: one open case for a product, the newest version's; open → decided or superseded, and never back; a signal
 * explains and decides nothing; whoever is refused learns a reason, the field, and for "other" a message; a case is
 * decided once, by nobody of its own cooperative, and with its journal row.
 */
export { ModerationModule } from './moderation.module.js';
export { moderationMigrations } from './persistence/migrations/index.js';

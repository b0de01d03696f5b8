/**
 * @tiwizi/persistence: PostgreSQL as every context stands on it.
 *
 * Owns the connection pool with its time limits, transactions that are tried again when the database asks for it,
 * named statements for hot reads, migrations, the audit journal, signed cursors and identifiers.
 *
 * Rules: what moves money, stock or a state happens in one transaction with its journal row and its outbox row;
 * nothing outside the database is called inside one; hot reads are one named statement that answers JSON text.
 */
export { AuditJournal, type AuditEntry, type AuditRow } from './audit-journal.js';
export { ChangeFeed, type ChangedTopics } from './changes/change-feed.js';
export { everything, tellChanged } from './changes/tell-changed.js';
export { amountColumn, minorUnits } from './columns.js';
export { copyRows, type CopyValue } from './copy-rows.js';
export { Cursors, InvalidCursor } from './cursors.js';
export { Database, type NamedStatement } from './database.js';
export { jobSchema, parkedQueue } from './job-queues.js';
export { isUnavailable } from './failures.js';
export { newId } from './ids.js';
export { lock } from './lock.js';
export { migrate, type MigrationClass } from './migrate.js';
export { PreparingClient } from './preparing-client.js';
export { PersistenceModule, type PersistenceOptions } from './persistence.module.js';
export { SubjectNames, type FindNames } from './subject-names.js';
export { platformMigrations } from './migrations/index.js';
export type { EntityManager } from 'typeorm';

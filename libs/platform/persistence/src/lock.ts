import type { EntityManager } from 'typeorm';

/** Holds `key` until the transaction ends: whoever asks for the same key meanwhile waits, in any process. */
export async function lock(tx: EntityManager, key: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

import type { EntityManager } from '@tiwizi/persistence';
import type { Entry } from '../domain/entry.js';

/** Writes entries with their lines, hashes and balances in one statement; what is already in the book stays as it is. */
export async function post(tx: EntityManager, entries: readonly (Entry | null)[]): Promise<number> {
  const found = entries.filter((entry) => entry !== null);
  if (!found.length) return 0;
  const [row]: { posted: number }[] = await tx.query('select ledger.post($1::jsonb) as posted', [
    JSON.stringify(found),
  ]);
  return row?.posted ?? 0;
}

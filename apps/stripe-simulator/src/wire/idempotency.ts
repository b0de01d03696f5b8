import { createHash } from 'node:crypto';
import type { Transaction } from '../persistence/database.js';
import { invalidParameter, keyInUse, keyReused } from './errors.js';

/** What was answered, word for word, so that a replay is the same bytes. */
export interface Answer {
  status: number;
  body: string;
}
export interface RememberedAnswer extends Answer {
  requestId: string;
}

/** After 24 hours a key is forgotten, as at Stripe. */
const memory = `interval '24 hours'`;

export function fingerprintOf(method: string, path: string, body: string): string {
  const parameters = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${value}`).sort();
  return createHash('sha256')
    .update([method, path, ...parameters].join('\n'))
    .digest('hex');
}

/**
 * Reserves the key until the transaction ends. A process that dies sets the key free together with
 * everything it had done, so a retry after a crash simply runs the request again.
 */
export async function reserveKey(
  tx: Transaction,
  key: string,
  fingerprint: string,
): Promise<RememberedAnswer | undefined> {
  if (key.length > 255) throw invalidParameter('Idempotency keys can be at most 255 characters.', 'Idempotency-Key');
  const lock = await tx.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 20)) AS taken`,
    [`stripe_simulator/${key}`],
  );
  if (!lock.rows[0]?.taken) throw keyInUse(key);
  await tx.query(`DELETE FROM stripe_simulator.idempotency_key WHERE key = $1 AND created_at < now() - ${memory}`, [
    key,
  ]);
  const found = await tx.query<{ fingerprint: string; status: number; body: string; request_id: string }>(
    'SELECT fingerprint, status, body, request_id FROM stripe_simulator.idempotency_key WHERE key = $1',
    [key],
  );
  const known = found.rows[0];
  if (!known) return undefined;
  if (known.fingerprint !== fingerprint) throw keyReused(key);
  return { status: known.status, body: known.body, requestId: known.request_id };
}

export async function remember(
  tx: Transaction,
  key: string,
  fingerprint: string,
  answer: RememberedAnswer,
): Promise<void> {
  await tx.query(
    'INSERT INTO stripe_simulator.idempotency_key (key, fingerprint, status, body, request_id) VALUES ($1, $2, $3, $4, $5)',
    [key, fingerprint, answer.status, answer.body, answer.requestId],
  );
}

import type { Transaction } from '../persistence/database.js';

export type DueChange = 'hold_expires' | 'refund_succeeds' | 'refund_fails';

export async function plan(tx: Transaction, resourceId: string, change: DueChange, dueAt: Date): Promise<void> {
  await tx.query('INSERT INTO stripe_simulator.due_change (resource_id, change, due_at) VALUES ($1, $2, $3)', [
    resourceId,
    change,
    dueAt,
  ]);
}

/** Takes the plan off the list; answers what it was, once. */
export async function settle(tx: Transaction, resourceId: string): Promise<DueChange | undefined> {
  const settled = await tx.query<{ change: DueChange }>(
    'DELETE FROM stripe_simulator.due_change WHERE resource_id = $1 RETURNING change',
    [resourceId],
  );
  return settled.rows[0]?.change;
}

export async function dueNow(tx: Transaction): Promise<{ resourceId: string; change: DueChange }[]> {
  const due = await tx.query<{ resource_id: string; change: DueChange }>(
    'SELECT resource_id, change FROM stripe_simulator.due_change WHERE due_at <= now() ORDER BY due_at LIMIT 100',
  );
  return due.rows.map((row) => ({ resourceId: row.resource_id, change: row.change }));
}

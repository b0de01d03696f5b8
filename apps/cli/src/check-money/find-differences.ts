import type { Database, EntityManager } from '@tiwizi/persistence';
import type { Check, Difference } from './check.js';
import { bookChecks } from './checks/book.js';
import { guardChecks } from './checks/guards.js';
import { orderChecks } from './checks/orders.js';
import { paymentChecks } from './checks/payments.js';
import { shareChecks } from './checks/shares.js';
import { stockChecks } from './checks/stock.js';

export interface Finding {
  check: Check;
  differences: Difference[];
  ms: number;
}

export const checks: readonly Check[] = [
  ...bookChecks,
  ...paymentChecks,
  ...shareChecks,
  ...orderChecks,
  ...stockChecks,
  ...guardChecks,
];

/** Every check on one moment of the database: what other processes do meanwhile is not half seen. */
export function findDifferences(database: Database, onChecked?: (finding: Finding) => void): Promise<Finding[]> {
  return database.dataSource.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    await tx.query('set local statement_timeout = 0');
    return runChecks(tx, onChecked);
  });
}

export async function runChecks(
  tx: EntityManager,
  onChecked: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    const begun = performance.now();
    const rows: Omit<Difference, 'id'>[] = await tx.query(check.sql);
    const differences = rows.map((row) => ({ id: check.id, ...row }));
    const finding = { check, differences, ms: performance.now() - begun };
    findings.push(finding);
    onChecked(finding);
  }
  return findings;
}

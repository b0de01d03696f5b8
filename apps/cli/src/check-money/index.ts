import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { findDifferences, type Finding } from './find-differences.js';

const shownPerCheck = 20;

/** Checks every invariant of money, stock and states on the database in use. 0: all hold; 1: something differs. */
export async function checkMoney(
  app: Pick<INestApplicationContext, 'get'>,
  _args: readonly string[] = [],
  say: (line: string) => void = console.log,
): Promise<number> {
  const findings = await findDifferences(app.get(Database, { strict: false }), (finding) => tell(finding, say));
  const count = findings.reduce((sum, { differences }) => sum + differences.length, 0);
  const broken = findings.filter(({ differences }) => differences.length > 0);
  say('');
  say(
    count === 0
      ? `${findings.length} checks, no difference`
      : `${findings.length} checks, ${broken.length} of them broken, ${count} differences`,
  );
  return count === 0 ? 0 : 1;
}

function tell({ check, differences, ms }: Finding, say: (line: string) => void): void {
  const verdict = differences.length === 0 ? 'ok' : `${differences.length} ✗`;
  say(`${check.id}  ${verdict.padStart(8)}  ${Math.round(ms).toString().padStart(6)} ms  ${check.rule}`);
  for (const { subject, expected, found } of differences.slice(0, shownPerCheck)) {
    say(`       ${subject}: expected ${expected}, found ${found}`);
  }
  if (differences.length > shownPerCheck) say(`       … and ${differences.length - shownPerCheck} more`);
}

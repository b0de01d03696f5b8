import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import { Decision } from '../domain/decision.js';
import { ModerationCase } from '../domain/moderation-case.js';
import { AlreadyDecided, CaseNotFound } from '../domain/moderation-errors.js';

/** Whoever comes second waits here, and then sees what the first has done. */
export async function lockedCase(tx: EntityManager, id: string): Promise<ModerationCase> {
  const found = await tx.findOne(ModerationCase, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw new CaseNotFound();
  return found;
}

export async function refuseDecided(tx: EntityManager, { id, status }: ModerationCase, reader: Locale): Promise<void> {
  if (status !== 'decided') return;
  const { decidedByName, decidedAt } = await tx.findOneByOrFail(Decision, { caseId: id });
  throw new AlreadyDecided(decidedByName, decidedAt, reader);
}

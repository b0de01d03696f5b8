import { Injectable } from '@nestjs/common';
import { CooperativeChangedV1, CooperativeDecidedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { pickText } from '@tiwizi/i18n';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { CooperativeNotFound } from '../domain/cooperative-errors.js';
import { cleanOne } from '../domain/clean-translations.js';
import { Cooperative, type Decision } from '../domain/cooperative.js';
import { InvalidInput, type FieldError } from '@tiwizi/errors';

@Injectable()
export class DecideCooperative {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    actor: string,
    cooperativeId: string,
    { decision, reason: typed }: { decision: Decision; reason?: string | undefined },
  ): Promise<void> {
    const reason = checkReason(typed);
    await this.database.transaction(async (tx) => {
      const cooperative = await tx.findOne(Cooperative, {
        where: { id: cooperativeId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!cooperative) throw new CooperativeNotFound();
      const previous = cooperative.verification;
      cooperative.decide(decision, reason, new Date());
      await tx.save(cooperative);
      const { id, slug, name, locale, verification } = cooperative;
      await this.audit.record(tx, {
        action: 'cooperatives.decided',
        subject: `cooperative:${id}`,
        actor,
        cause: reason,
        details: { decision, previous, verification },
      });
      await this.outbox.publishAll(tx, [
        [CooperativeChangedV1, { cooperativeId: id, slug }],
        [CooperativeDecidedV1, { cooperativeId: id, name: pickText(name, locale).text, decision, reason }],
      ]);
    });
  }
}

function checkReason(typed = ''): string | null {
  const errors: FieldError[] = [];
  const reason = cleanOne(typed, { path: 'reason', longest: 1_000, hasLines: true }, errors);
  if (errors.length) throw new InvalidInput(errors);
  return reason || null;
}

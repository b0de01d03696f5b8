import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { AuditJournal, Database } from '@tiwizi/persistence';
import type { Moderator } from '../domain/decision.js';
import { lockedCase, refuseDecided } from './locked-case.js';

/** Tells the other moderators that somebody is reading: for fifteen minutes nobody else may decide. */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
  ) {}

  async execute(moderator: Moderator, reader: Locale, caseId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const waiting = await lockedCase(tx, caseId);
      await refuseDecided(tx, waiting, reader);
      waiting.claim(moderator, reader);
      await tx.save(waiting);
      await this.journal.record(tx, {
        action: 'moderation.case-claimed',
        subject: `case:${caseId}`,
        actor: moderator.accountId,
        details: { productId: waiting.productId, version: waiting.version },
      });
    });
  }
}

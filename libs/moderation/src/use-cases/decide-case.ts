import { Injectable } from '@nestjs/common';
import { CaseDecidedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { pickText, type Locale } from '@tiwizi/i18n';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { checkedDecision, Decision, type Moderator, type WantedDecision } from '../domain/decision.js';
import type { ModerationCase } from '../domain/moderation-case.js';
import { lockedCase, refuseDecided } from './locked-case.js';

/** Decides once. Of two moderators the second is told who was first; the first, asking again, is not refused. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  async execute(moderator: Moderator, reader: Locale, caseId: string, wanted: WantedDecision): Promise<void> {
    const checked = checkedDecision(wanted);
    await this.database.transaction(async (tx) => {
      const waiting = await lockedCase(tx, caseId);
      const former = await tx.findOneBy(Decision, { caseId });
      if (former?.repeats(checked, moderator)) return;
      await refuseDecided(tx, waiting, reader);
      const decision = waiting.decide(checked, moderator, reader);
      await tx.save(waiting);
      await tx.insert(Decision, decision);
      await this.tell(tx, waiting, decision);
    });
  }

  private async tell(tx: EntityManager, decided: ModerationCase, decision: Decision): Promise<void> {
    const { id: caseId, changeSetId, productId, cooperativeId, version, sellerLocale, title, live } = decided;
    const { kind, reasons, field, message, decidedBy } = decision;
    await this.journal.record(tx, {
      action: `moderation.case-decided`,
      subject: `product:${productId}`,
      actor: decidedBy,
      cause: `case:${caseId}`,
      details: { kind, version, reasons, field, message },
    });
    await this.outbox.publish(tx, CaseDecidedV1, {
      caseId,
      changeSetId,
      productId,
      cooperativeId,
      version,
      kind,
      reasons,
      field,
      message,
      title: pickText(title, sellerLocale).text,
      sellerLocale,
      decidedBy,
      isLive: live !== null,
    });
  }
}

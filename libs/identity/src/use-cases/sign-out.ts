import { Injectable } from '@nestjs/common';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { Session } from '../domain/session.js';

/** Ends this one session; whoever holds a copy of its token is signed out too, at once. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly journal: AuditJournal,
  ) {}

  async execute(signedIn: { accountId: string; sessionId: string } | null): Promise<void> {
    if (!signedIn) return;
    const { accountId, sessionId } = signedIn;
    await this.database.transaction(async (tx) => {
      await tx.delete(Session, { id: sessionId, accountId });
      await this.journal.record(tx, {
        action: 'identity.signed-out',
        subject: `account:${accountId}`,
        actor: accountId,
      });
    });
  }
}

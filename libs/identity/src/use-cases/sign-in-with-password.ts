import { Injectable } from '@nestjs/common';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { parseIdentifier } from '../domain/identifier.js';
import { WrongCredentials } from '../domain/identity-errors.js';
import { AttemptLimits } from '../proofs/attempt-limits.js';
import { Passwords } from '../proofs/passwords.js';
import { openSession, type FromBrowser, type OpenedSession } from '../sessions/open-session.js';

/** Refuses an unknown address, an account without password and a wrong password alike, and in like time. */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly passwords: Passwords,
    private readonly journal: AuditJournal,
  ) {}

  async execute(typed: string, password: string, browser: FromBrowser): Promise<OpenedSession> {
    const identifier = parseIdentifier(typed);
    await this.limits.count('password', identifier, browser.ip);
    const [known] = await this.database.query<{ accountId: string; passwordHash: string }>(
      `select a.id as "accountId", c.password_hash as "passwordHash"
       from identity.account a join identity.credential c on c.account_id = a.id
       where a.email = $1 or a.phone = $1`,
      [identifier.value],
    );
    const isRight = await this.passwords.matches(known?.passwordHash ?? null, password);
    if (!known || !isRight) throw new WrongCredentials();
    return this.database.transaction(async (tx) => {
      await this.journal.record(tx, {
        action: 'identity.signed-in',
        subject: `account:${known.accountId}`,
        actor: known.accountId,
        details: { with: 'password' },
      });
      return openSession(tx, known.accountId, browser);
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { networkOf } from '@tiwizi/http';
import { AuditJournal, Database, type EntityManager } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { Account } from '../domain/account.js';
import { Credential } from '../domain/credential.js';
import { parseIdentifier, type Identifier } from '../domain/identifier.js';
import { CodeExpired, WrongCode } from '../domain/identity-errors.js';
import { Registration } from '../domain/registration.js';
import { keyedHash } from '../domain/secrets.js';
import { AttemptLimits } from '../proofs/attempt-limits.js';
import { OneTimeCodes } from '../proofs/one-time-codes.js';
import { openSession, type FromBrowser, type OpenedSession } from '../sessions/open-session.js';

/** The right code proves the address: it opens the account, or makes the one that was registered. */
@Injectable()
export class SignInWithCode {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly codes: OneTimeCodes,
    private readonly journal: AuditJournal,
  ) {}

  async execute(typed: string, code: string, browser: FromBrowser): Promise<OpenedSession> {
    const identifier = parseIdentifier(typed);
    await this.limits.count('code', identifier, browser.ip);
    // A refusal is thrown after the commit: the try counts.
    const outcome = await this.database.transaction(async (tx) => {
      const proof = await this.codes.redeem(tx, identifier, code);
      if (proof !== 'proven') return proof;
      const accountId = (await accountAt(tx, identifier)) ?? (await this.openRegistered(tx, identifier, browser.ip));
      if (accountId === undefined) return 'expired';
      await this.journal.record(tx, {
        action: 'identity.signed-in',
        subject: `account:${accountId}`,
        actor: accountId,
        details: { with: 'code' },
      });
      return openSession(tx, accountId, browser);
    });
    if (outcome === 'wrong') throw new WrongCode();
    if (outcome === 'expired') throw new CodeExpired();
    return outcome;
  }

  private async openRegistered(tx: EntityManager, identifier: Identifier, ip: string): Promise<string | undefined> {
    const registration = await tx.findOneBy(Registration, { identifier: identifier.value });
    if (!registration || registration.expiresAt <= new Date()) return undefined;
    const account = Account.provenBy(identifier, registration);
    const network = keyedHash(this.settings.appSecret, 'identity/network', networkOf(ip));
    const passwordHash = registration.passwordFrom(network);
    await tx.insert(Account, account);
    if (passwordHash) await tx.insert(Credential, Credential.of(account.id, passwordHash));
    await tx.delete(Registration, { identifier: identifier.value });
    await this.journal.record(tx, {
      action: 'identity.account-opened',
      subject: `account:${account.id}`,
      actor: account.id,
      details: { proven: identifier.kind },
    });
    return account.id;
  }
}

async function accountAt(tx: EntityManager, { kind, value }: Identifier): Promise<string | undefined> {
  const account = await tx.findOne(Account, { select: { id: true }, where: { [kind]: value } });
  return account?.id;
}

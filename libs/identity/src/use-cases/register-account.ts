import { Inject, Injectable } from '@nestjs/common';
import { InvalidInput } from '@tiwizi/errors';
import { networkOf } from '@tiwizi/http';
import type { Locale } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { cleanLine } from '@tiwizi/text';
import { parseIdentifier } from '../domain/identifier.js';
import { assertStrongPassword } from '../domain/password-policy.js';
import { keyedHash } from '../domain/secrets.js';
import { AttemptLimits } from '../proofs/attempt-limits.js';
import { inEvenTime } from '../proofs/even-time.js';
import { knownReader } from '../proofs/known-reader.js';
import { OneTimeCodes } from '../proofs/one-time-codes.js';
import { Passwords } from '../proofs/passwords.js';

export interface WantedAccount {
  name: string;
  identifier: string;
  password?: string | undefined;
  locale: Locale;
}

const patienceHours = 24;

/**
 * Keeps what was asked for and sends a code; signing in with it makes the account. An address that has an account
 * already is sent a code to sign in with, and nothing else changes: the answer never tells which it was.
 */
@Injectable()
export class RegisterAccount {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly passwords: Passwords,
    private readonly codes: OneTimeCodes,
  ) {}

  async execute(wanted: WantedAccount, ip: string): Promise<void> {
    const identifier = parseIdentifier(wanted.identifier);
    const name = nameOf(wanted.name);
    const { password, locale } = wanted;
    if (password !== undefined) assertStrongPassword(password, [name, identifier.value, wanted.identifier]);
    await this.limits.count('sending', identifier, ip);
    const networkHash = keyedHash(this.settings.appSecret, 'identity/network', networkOf(ip));
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    await inEvenTime(
      this.database.transaction(async (tx) => {
        const known = await knownReader(tx, identifier);
        const isAccount = known?.accountId != null;
        if (!isAccount) {
          await tx.query(
            `insert into identity.registration (identifier, name, locale, password_hash, network_hash, expires_at)
             values ($1, $2, $3, $4, $5, now() + make_interval(hours => $6))
             on conflict (identifier) do update set name = excluded.name, locale = excluded.locale,
               password_hash = excluded.password_hash, network_hash = excluded.network_hash,
               expires_at = excluded.expires_at`,
            [identifier.value, name, locale, passwordHash, networkHash, patienceHours],
          );
        }
        await this.codes.send(tx, identifier, isAccount ? known : { accountId: null, locale });
      }),
    );
  }
}

function nameOf(typed: string): string {
  const cleaned = cleanLine(typed);
  if (!cleaned.ok) throw new InvalidInput([{ path: 'name', code: cleaned.code }]);
  return cleaned.value;
}

import { Inject, Injectable } from '@nestjs/common';
import { CodeRequestedV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { timingSafeEqual } from 'node:crypto';
import { channelOf, type Identifier } from '../domain/identifier.js';
import { keyedHash, newCode } from '../domain/secrets.js';

export const codeMinutes = 10;
export const mostTries = 5;

/** Six digits that prove an address: for ten minutes, five tries, one use. */
@Injectable()
export class OneTimeCodes {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly outbox: Outbox,
  ) {}

  async send(tx: EntityManager, to: Identifier, reader: { accountId: string | null; locale: Locale }): Promise<void> {
    const code = newCode();
    await this.keep(tx, to, code);
    await this.outbox.publish(tx, CodeRequestedV1, {
      ...reader,
      channel: channelOf(to),
      to: to.value,
      code,
      expiresInMinutes: codeMinutes,
    });
  }

  /** For an address that is not ours: a code nobody is told, so that all that follows looks the same. */
  async pretend(tx: EntityManager, to: Identifier): Promise<void> {
    await this.keep(tx, to, newCode());
  }

  /**
   * Counts the try, and uses the code up when it is right. Of two at once the second waits for the row, and finds
   * it used. The caller commits whatever the outcome: a try that is rolled back was never counted.
   */
  async redeem(tx: EntityManager, from: Identifier, code: string): Promise<'proven' | 'wrong' | 'expired'> {
    const rows: { hash: Buffer }[] = await tx.query(
      `with tried as (
         update identity.one_time_code set tries = tries + 1
         where identifier = $1 and used_at is null and expires_at > now() and tries < $2
         returning code_hash)
       select code_hash as hash from tried`,
      [from.value, mostTries],
    );
    const live = rows[0];
    if (!live) return 'expired';
    if (!timingSafeEqual(live.hash, this.hashOf(from, code))) return 'wrong';
    await tx.query('update identity.one_time_code set used_at = now() where identifier = $1', [from.value]);
    return 'proven';
  }

  private async keep(tx: EntityManager, to: Identifier, code: string): Promise<void> {
    await tx.query(
      `insert into identity.one_time_code (identifier, code_hash, expires_at)
       values ($1, $2, now() + make_interval(mins => $3))
       on conflict (identifier) do update
         set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0, used_at = null`,
      [to.value, this.hashOf(to, code), codeMinutes],
    );
  }

  private hashOf({ value }: Identifier, code: string): Buffer {
    return keyedHash(this.settings.appSecret, 'identity/code', `${value}\n${code}`);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { parseIdentifier } from '../domain/identifier.js';
import { AttemptLimits } from '../proofs/attempt-limits.js';
import { inEvenTime } from '../proofs/even-time.js';
import { knownReader } from '../proofs/known-reader.js';
import { OneTimeCodes } from '../proofs/one-time-codes.js';

/** Sends a code to an address we know. For any other one it answers the same, in the same time, and sends nothing. */
@Injectable()
export class RequestCode {
  constructor(
    private readonly database: Database,
    private readonly limits: AttemptLimits,
    private readonly codes: OneTimeCodes,
  ) {}

  async execute(typed: string, ip: string): Promise<void> {
    const identifier = parseIdentifier(typed);
    await this.limits.count('sending', identifier, ip);
    await inEvenTime(
      this.database.transaction(async (tx) => {
        const reader = await knownReader(tx, identifier);
        if (reader) await this.codes.send(tx, identifier, reader);
        else await this.codes.pretend(tx, identifier);
      }),
    );
  }
}

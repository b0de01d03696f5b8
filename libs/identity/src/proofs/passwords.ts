import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newToken } from '../domain/secrets.js';

/** argon2id (the library's default) with 19 MiB and two passes, as OWASP asks. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly nobodys = hash(newToken(), cost);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), cost);
  }

  /** Where there is no password to compare with, the comparison is made all the same: its time must tell nothing. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const isMatch = await verify(passwordHash ?? (await this.nobodys), password.normalize('NFC'));
    return isMatch && passwordHash !== null;
  }
}

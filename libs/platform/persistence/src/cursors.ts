import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@tiwizi/errors';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { createHmac, timingSafeEqual } from 'node:crypto';

export class InvalidCursor extends DomainError {
  readonly code = 'invalid_cursor';
  readonly kind = 'invalid';
}

const signatureBytes = 12;

/**
 * Where a list goes on, as an opaque signed text: nobody builds one by hand, and one of another list (`orders/mine`),
 * whose keys may be of other kinds, is none.
 */
@Injectable()
export class Cursors {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  encode(list: string, values: readonly (string | number)[]): string {
    const body = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.signature(list, body), body]).toString('base64url');
  }

  decode(list: string, cursor: string): (string | number)[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const [signature, body] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
    const isOurs = signature.length === signatureBytes && timingSafeEqual(signature, this.signature(list, body));
    if (!isOurs) throw new InvalidCursor();
    return JSON.parse(body.toString());
  }

  private signature(list: string, body: Buffer): Buffer {
    return createHmac('sha256', this.settings.appSecret)
      .update(`cursor/${list}\0`)
      .update(body)
      .digest()
      .subarray(0, signatureBytes);
  }
}

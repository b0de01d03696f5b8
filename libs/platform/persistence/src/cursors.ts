import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@tiwizi/errors';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { createHmac, timingSafeEqual } from 'node:crypto';

export class InvalidCursor extends DomainError {
  readonly code = 'invalid_cursor';
  readonly kind = 'invalid';
}

const signatureBytes = 12;

/** Where a list goes on, as an opaque signed text: nobody builds one by hand. */
@Injectable()
export class Cursors {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  encode(values: readonly (string | number)[]): string {
    const body = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.signature(body), body]).toString('base64url');
  }

  decode(cursor: string): (string | number)[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const [signature, body] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
    const isOurs = signature.length === signatureBytes && timingSafeEqual(signature, this.signature(body));
    if (!isOurs) throw new InvalidCursor();
    return JSON.parse(body.toString());
  }

  private signature(body: Buffer): Buffer {
    return createHmac('sha256', this.settings.appSecret)
      .update('cursor')
      .update(body)
      .digest()
      .subarray(0, signatureBytes);
  }
}

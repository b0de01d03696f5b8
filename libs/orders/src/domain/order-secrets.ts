import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

interface Salted {
  readonly id: string;
  readonly secretSalt: string;
}

/**
 * The token that opens an order without an account, and the codes that prove its phone. Both follow from the order's
 * salt and the application's secret: messages sent days later can carry the token, and the database alone tells neither.
 */
@Injectable()
export class OrderSecrets {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  newSalt(): string {
    return randomBytes(18).toString('base64url');
  }

  tokenOf(order: Salted): string {
    return this.derive('token', order).toString('base64url');
  }

  isToken(order: Salted, given: string | undefined): boolean {
    return given !== undefined && isSame(this.tokenOf(order), given);
  }

  /** Six digits; `count` tells the first code from those sent again. */
  codeOf(order: Salted, count: number): string {
    const number = this.derive(`code/${count}`, order).readUIntBE(0, 6) % 1_000_000;
    return String(number).padStart(6, '0');
  }

  isCode(order: Salted, count: number, given: string): boolean {
    return isSame(this.codeOf(order, count), given);
  }

  private derive(use: string, { id, secretSalt }: Salted): Buffer {
    return createHmac('sha256', this.settings.appSecret).update(`orders/${use}/${id}/${secretSalt}`).digest();
  }
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}

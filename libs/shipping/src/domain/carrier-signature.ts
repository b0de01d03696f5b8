import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceSeconds = 300;

/** The secret the carrier signs with: derived, so that it is the same in every process and never the app's own. */
export const carrierSecret = (appSecret: string): string =>
  createHmac('sha256', appSecret).update('shipping/carrier-webhook').digest('hex');

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<raw body>`, so that an old message cannot be sent again. */
export function signCarrierMessage(body: Buffer | string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${digest(body, secret, seconds).toString('hex')}`;
}

export function isSignedByCarrier(header: string | undefined, body: Buffer, secret: string, now: Date): boolean {
  const [, seconds = '', signature = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!seconds || Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) return false;
  return timingSafeEqual(digest(body, secret, Number(seconds)), Buffer.from(signature, 'hex'));
}

function digest(body: Buffer | string, secret: string, seconds: number): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}

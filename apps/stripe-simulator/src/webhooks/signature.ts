import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header: when it was signed, and HMAC-SHA256 of `time.body`. */
export function signatureHeader(body: string, secret: string, signedAt: number): string {
  const signature = createHmac('sha256', secret).update(`${signedAt}.${body}`).digest('hex');
  return `t=${signedAt},v1=${signature}`;
}

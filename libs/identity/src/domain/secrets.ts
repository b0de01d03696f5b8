import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** A hash that only our own processes can make: of what is too short to keep its secret by itself. */
export const keyedHash = (secret: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** 256 random bits need no slow hash: nobody finds them by trying. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

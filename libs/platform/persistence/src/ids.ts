import { randomFillSync, randomInt } from 'node:crypto';

const bytes = Buffer.alloc(16);
let lastTime = 0;
let counter = 0;

/**
 * A UUID of version 7 (RFC 9562): in the order of time, so that rows made together lie together. Within a millisecond
 * a counter in `rand_a` (method 1) keeps the order of one process.
 */
export function newId(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = randomInt(0x400);
  } else if (++counter > 0xfff) {
    // Spent: borrow the next millisecond.
    lastTime += 1;
    counter = 0;
  }
  randomFillSync(bytes, 8);
  bytes.writeUIntBE(lastTime, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

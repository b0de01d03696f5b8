import { createHash } from 'node:crypto';

/** The same id for the same thing, on every machine and in every run: a UUID of version 8 made from its name. */
export function demoId(kind: string, key: string): string {
  const bytes = createHash('sha256').update(`tiwizi/${kind}/${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A whole number below `limit` that looks random and is always the same for this key. */
export function demoNumber(key: string, limit: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE() % limit;
}

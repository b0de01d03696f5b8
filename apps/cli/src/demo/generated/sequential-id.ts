import { createHash } from 'node:crypto';

const firstDay = Date.UTC(2025, 0, 1);

/**
 * The same id for the same thing in every run, and like ids made one after the other in life: in the order of time,
 * so that rows that come together lie together. `place` tells up to 4,096 things of one position apart.
 */
export function sequentialId(kind: string, position: number, place = 0): string {
  const time = (firstDay + position).toString(16).padStart(12, '0');
  const random = createHash('sha256').update(`tiwizi/${kind}/${position}/${place}`).digest();
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  const rest = random.toString('hex', 0, 8);
  const counter = place.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

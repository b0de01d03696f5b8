import { InvalidInput } from '@tiwizi/errors';
import { BodyTooLarge } from './errors.js';

const deepest = 32;
const mostKeys = 1000;
const longestArray = 1000;
const longestText = 10_000;

/** Limits of reliability §2, before any schema looks at the content. Walks without recursion: depth is the caller's. */
export function checkShape(body: unknown): void {
  const toSee: { value: unknown; depth: number; path: string }[] = [{ value: body, depth: 0, path: '' }];
  for (let next = toSee.pop(); next; next = toSee.pop()) {
    const { value, depth, path } = next;
    if (typeof value === 'string' && value.length > longestText) {
      throw new InvalidInput([{ path, code: 'validation/too-long', params: { maximum: longestText } }]);
    }
    if (typeof value !== 'object' || value === null) continue;
    const entries = Array.isArray(value)
      ? value.map((item, index) => [String(index), item] as const)
      : Object.entries(value);
    if (depth >= deepest || entries.length > (Array.isArray(value) ? longestArray : mostKeys)) throw new BodyTooLarge();
    for (const [key, inner] of entries) {
      toSee.push({ value: inner, depth: depth + 1, path: path ? `${path}.${key}` : key });
    }
  }
}

/** FNV-1a, 32 bits: spreads near-alike slugs far apart. */
export function fingerprint(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}

/** A short name that is safe as an id inside a page and differs between pictures. */
export const shortName = (text: string): string => fingerprint(text).toString(36);

export interface Dice {
  /** A whole number from 0 to `sides` − 1. */
  roll(sides: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Integer arithmetic only (mulberry32), so that every engine throws the same dice. */
export function diceOf(seed: string): Dice {
  let state = fingerprint(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const roll = (sides: number): number => next() % sides;
  return { roll, pick: (list) => list[roll(list.length)] ?? list[0] };
}

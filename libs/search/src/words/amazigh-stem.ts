import { amazighLight, skeleton } from '@tiwizi/text';

/** What plurals end in, longest first. */
const pluralEnding = /(?:iwin|awin|iwn|awn|tin|tn|in|an|wn|n)$/;
const leastStem = 3;

/**
 * An Amazigh noun without what changes with state, gender and regular number: ⴰⵔⴳⴰⵏ and ⵡⴰⵔⴳⴰⵏ (free and annexed),
 * ⵜⴰⴼⵏⵉⵇⵜ, ⵜⴼⵏⵉⵇⵜ and ⵜⵉⴼⵏⵉⵇⵉⵏ, ⴰⴷⵓⴽⵓ and ⵉⴷⵓⴽⴰⵏ. A borrowed word that has no prefix (ⵣⵣⵉⵜ) is often typed with one (azzit).
 * Empty when too little remains to tell words apart.
 */
export function amazighBase(word: string): string {
  const { plain, rest: noun, isFeminine, isPlural } = unprefixed(word);
  const rest = noun || plain;
  const bare = isPlural ? rest.replace(pluralEnding, '') : isFeminine ? rest.replace(/t$/, '') : rest;
  const base = (bare.length >= leastStem ? bare : rest).replace(/[aiu]+$/, '');
  return base.length >= leastStem ? base : '';
}

/**
 * Its consonants alone. Plurals that change the vowels inside (ⴰⴳⵔⵜⵉⵍ, ⵉⴳⵔⵜⴰⵍ) meet here, and so do some strangers:
 * two consonants are worth little, three say more.
 */
export function amazighStem(word: string): string {
  const { rest, isFeminine, isPlural } = unprefixed(word);
  const consonants = skeleton(rest).replaceAll(' ', '');
  const ending = isPlural && consonants.endsWith('n') ? 'n' : isFeminine && consonants.endsWith('t') ? 't' : '';
  const stem = ending ? consonants.slice(0, -1) : consonants;
  return stem.length >= 2 ? stem : '';
}

/** The word as people may type it, in one alphabet, without the prefix of a noun; no noun, no rest. */
function unprefixed(word: string): { plain: string; rest: string; isFeminine: boolean; isPlural: boolean } {
  const plain = amazighLight(word).replaceAll('ou', 'u').replaceAll('kh', 'x').replace(/ch|sh/g, 'c');
  const isFeminine = /^t(?=[^t])/.test(plain);
  const rest = plain.replace(isFeminine ? /^t[aiu]?/ : /^[wy]?[aiu]/, '');
  return { plain, rest: rest === plain ? '' : rest, isFeminine, isPlural: /^(?:t|y)?i/.test(plain) };
}

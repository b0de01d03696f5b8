import { arabicLight } from '@tiwizi/text';

/** Possessives after ta marbuta (علبتها) and ta marbuta itself: no root letter is lost with them. */
const feminine = ['تنا', 'تكم', 'تهم', 'تها', 'ه'];
/** Possessives (كسكسنا), regular plurals, relation (جلدي, جلدية), longest first. */
const endings = ['يات', 'ات', 'ون', 'ين', 'نا', 'كم', 'هم', 'ها', 'يه', 'تي', 'تك', 'ي', 'ك'];

/**
 * What an Arabic word may be without article, marks and one ending. A ta before a possessive is either a ta marbuta
 * (علبتها) or the root's own (زيتنا): both are tried. Never empty.
 */
export function arabicStems(word: string): string[] {
  const light = arabicLight(word);
  const without = (list: readonly string[], least: number) => {
    const ending = list.find((end) => light.endsWith(end) && light.length - end.length >= least);
    return ending ? light.slice(0, -ending.length) : null;
  };
  const stems = [without(feminine, 2), without(endings, 3)].filter((stem) => stem !== null);
  return stems.length ? [...new Set(stems)] : [light];
}

/**
 * The word without one of the particles that are written together with it (and, so, with, like, for), when it has
 * no article to tell them by: وتمر may be "and dates". Null where too little would remain.
 */
export function withoutParticle(word: string): string | null {
  const light = arabicLight(word);
  return /^[وفبكل](?=.{3,}$)/u.test(light) ? light.slice(1) : null;
}

export type WritingSystem = 'arab' | 'tfng' | 'latn' | 'mixed';

export const hasArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
export const hasTifinagh = (text: string): boolean => /\p{Script=Tifinagh}/u.test(text);
const hasLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** Which alphabet a text is in. Digits and signs have none; a text of only those is read as Latin. */
export function scriptOf(text: string): WritingSystem {
  const found = [hasArabic(text) && 'arab', hasTifinagh(text) && 'tfng', hasLatin(text) && 'latn'] as const;
  const scripts = found.filter((script) => script !== false);
  return scripts.length > 1 ? 'mixed' : (scripts[0] ?? 'latn');
}

/** Words of any script, without punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

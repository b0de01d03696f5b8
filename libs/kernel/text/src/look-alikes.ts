/** The alphabets of the shop. A name in any other one may be honest, and is looked at by a person. */
const ours = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Tifinagh}/u] as const;

/** γ and ε stand for ɣ and ɛ when Amazigh is typed on an ordinary keyboard. */
const amazighOnGreekKeys = /[γε]/g;

/** Letters that exist in our alphabets but are taken for others: dotless i and j, script a and g, the click bar. */
const latinDoubles = /[ıȷɑɡǀ]/u;
/** Persian and Urdu forms of kaf, ya and ha; g, v and p of the neighbours are ordinary Moroccan Arabic. */
const arabicDoubles = /[ٮکیہھە]/u;

/**
 * Could this name be taken for another? True when a word mixes alphabets, when it uses one that is not ours,
 * or a letter made to resemble another. It does not refuse: it sends the name to moderation.
 */
export function hasLookAlikes(name: string): boolean {
  const text = name.normalize('NFC');
  if ([...text].some(isStyledLetter)) return true;
  const letters = text.replace(amazighOnGreekKeys, 'e');
  if (latinDoubles.test(letters) || arabicDoubles.test(letters)) return true;
  return letters
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .some(isSuspect);
}

function isSuspect(word: string): boolean {
  const letters = [...word].filter((character) => /\p{L}/u.test(character) && !/\p{Script=Common}/u.test(character));
  const scripts = new Set(letters.map((letter) => ours.findIndex((script) => script.test(letter))));
  return scripts.has(-1) || scripts.size > 1;
}

/** Full-width, mathematical and presentation forms. Marks such as ⵯ, ʷ, º and ½ are ordinary writing. */
const isStyledLetter = (character: string): boolean =>
  /[\p{L}\p{Nd}]/u.test(character) && !/[\p{Lm}ªº]/u.test(character) && character.normalize('NFKC') !== character;

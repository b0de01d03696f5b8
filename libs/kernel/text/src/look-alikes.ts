/** The alphabets of the shop. A name in any other one may be honest, and is looked at by a person. */
const ours = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Tifinagh}/u] as const;

/** γ and ε stand for ɣ and ɛ when Amazigh is typed on an ordinary keyboard. */
const amazighOnGreekKeys = /[γε]/g;

/** Latin letters of phoneticians and medievalists, which no word here needs; ɣ and ɛ are Amazigh. */
const latinDoubles =
  /(?![ɣɛ])[ıȷǀƄƍƖƦƽ\u0250-\u02af\u1d00-\u1d2b\u1d62-\u1dbf\u1e9c\u1e9d\u1eff\ua720-\ua7ff\uab30-\uab6f]/u;
/** Persian, Urdu and African forms of fa, kaf, ya, nun and ha; g, v and p of the neighbours are ordinary here. */
const arabicDoubles = /[ٮڧکڪںھہۃیےەࢱࢽ]/u;

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

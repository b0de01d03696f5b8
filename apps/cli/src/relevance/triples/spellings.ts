/** Letters of Arabic as they are typed on a telephone with Latin letters; short vowels are not written in either. */
const chatLetters = new Map(
  'ا:a ب:b ت:t ث:t ج:j ح:7 خ:kh د:d ذ:d ر:r ز:z س:s ش:ch ص:s ض:d ط:t ظ:d ع:3 غ:gh ف:f ق:9 ك:k ل:l م:m ن:n ه:h و:ou ي:i ى:a ة:a أ:a إ:i آ:a ؤ:ou ئ:i'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Darija on a telephone: زعفران is z3fran. */
export const chatSpelling = (arabic: string): string =>
  [...arabic].map((letter) => chatLetters.get(letter) ?? (letter === 'ء' ? '' : letter)).join('');

/** Amazigh as most people type it: no dots, gh for ɣ, kh for x, ch for c, ou for u, single letters. */
export const looseLatin = (academic: string): string =>
  academic
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ɣ', 'gh')
    .replaceAll('ɛ', '3')
    .replaceAll('ʷ', '')
    .replaceAll('x', 'kh')
    .replaceAll('c', 'ch')
    .replaceAll('u', 'ou')
    .replace(/(.)\1/gu, '$1');

/** The words as they stand after an article or in a sentence: the article is written on to each Arabic word. */
export const withArticle = (arabic: string): string =>
  arabic
    .split(' ')
    .map((word) => (word.startsWith('ال') ? word : `ال${word}`))
    .join(' ');

/** The annexed state: what an Amazigh noun becomes after a preposition. Loans without a prefix stay. */
export function annexed(tifinagh: string): string {
  if (/^ⵜ[ⴰⵉ]/.test(tifinagh)) return tifinagh.replace(/^ⵜ[ⴰⵉ]/, (start) => (start === 'ⵜⴰ' ? 'ⵜ' : 'ⵜⵉ'));
  if (tifinagh.startsWith('ⴰ')) return `ⵓ${tifinagh.slice(1)}`;
  if (tifinagh.startsWith('ⵉ')) return `ⵢ${tifinagh}`;
  return tifinagh;
}

const letters = 'ⴰa ⴱb ⴳg ⴷd ⴹḍ ⴻe ⴼf ⴽk ⵀh ⵃḥ ⵄɛ ⵅx ⵇq ⵉi ⵊj ⵍl ⵎm ⵏn ⵓu ⵔr ⵕṛ ⵖɣ ⵙs ⵚṣ ⵛc ⵜt ⵟṭ ⵡw ⵢy ⵣz ⵥẓ ⵯʷ';
const academicLetters = new Map(letters.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]));

export const academicLatin = (tifinagh: string): string =>
  [...tifinagh].map((letter) => academicLetters.get(letter) ?? letter).join('');

const longest = 80;

/** Sounds as they are written on Moroccan signs; one letter at a time, since a slug only has to be readable. */
const letters: Record<string, string> = {
  ...pairs('ا a أ a إ i آ a ٱ a ب b ت t ث t ج j ح h خ kh د d ذ d ر r ز z س s ش ch ص s ض d ط t ظ d'),
  ...pairs('غ gh ف f ق q ك k ل l م m ن n ه h ة a ى a ع a ؤ ou ئ i ڭ g ݣ g گ g ڤ v پ p چ tch ژ j'),
  ...pairs('ⴰ a ⴱ b ⴲ b ⴳ g ⴴ g ⴵ j ⴶ g ⴷ d ⴸ d ⴹ d ⴺ d ⴻ e ⴼ f ⴽ k ⴾ k ⴿ k ⵀ h ⵁ h ⵂ h ⵃ h ⵄ a ⵅ kh ⵆ kh'),
  ...pairs('ⵇ q ⵈ q ⵉ i ⵊ j ⵋ j ⵌ j ⵍ l ⵎ m ⵏ n ⵐ gn ⵑ ng ⵒ p ⵓ ou ⵔ r ⵕ r ⵖ gh ⵗ gh ⵘ j ⵙ s ⵚ s ⵛ ch ⵜ t'),
  ...pairs('ⵝ t ⵞ tch ⵟ t ⵠ v ⵡ w ⵢ y ⵣ z ⵤ z ⵥ z ⵦ e ⵧ o ⵯ w'),
  ...pairs('œ oe æ ae ß ss ø o đ d ł l ı i ɣ gh γ gh ɛ a ε a ʷ w'),
};

/** An address part in plain ASCII, never empty: a text without a letter we know is named by its fingerprint. */
export function slugify(text: string): string {
  const spelled = [...foldMarks(text)]
    .map((letter, position, all) => spell(letter, all[position - 1], all[position + 1]))
    .join('');
  const slug = spelled
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return slug || `t-${fingerprint(text)}`;
}

function foldMarks(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640ء’'ʼ]/g, (mark) => (/['’ʼ]/.test(mark) ? '-' : ''))
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\p{Script=Arabic}]/gu, (letter) => letter.normalize('NFKD').replace(/\p{M}/gu, ''));
}

/** Waw and ya are consonants at the start of a word and before alef, vowels elsewhere. */
function spell(letter: string, before: string | undefined, after: string | undefined): string {
  const isConsonant = before === undefined || !/\p{L}/u.test(before) || after === 'ا';
  if (letter === 'و') return isConsonant ? 'w' : 'ou';
  if (letter === 'ي' || letter === 'ی') return isConsonant ? 'y' : 'i';
  return letters[letter] ?? letter;
}

/** FNV-1a: short, stable, and no secret. */
function fingerprint(text: string): string {
  let hash = 2_166_136_261;
  for (const character of text.normalize('NFC')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 0).toString(36);
}

function pairs(list: string): Record<string, string> {
  const parts = list.split(' ');
  return Object.fromEntries(
    parts.flatMap((part, position) => (position % 2 === 0 ? [[part, parts[position + 1] ?? '']] : [])),
  );
}

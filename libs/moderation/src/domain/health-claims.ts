import words from './health-words.json' with { type: 'json' };

type Language = keyof typeof words;

/** A phrase of the list, word by word; the last may end in `*`: any ending. */
interface Phrase {
  readonly text: string;
  readonly parts: readonly string[];
  readonly isOpen: boolean;
}

const languages = Object.keys(words) as Language[];
const phrases = languages.flatMap((language) => words[language].map((text) => phraseOf(text)));
/** Particles that Arabic writes together with the word after them. */
const arabicParticles = /^(?:[وف]?(?:[بكل]?ال|لل|[بلك])|[وف])(?=\p{Script=Arabic}{3,})/u;

/**
 * The first word of a text that promises health, as the list has it; in any language, whichever field it stands in.
 * It finds words, not meanings: what it finds is shown to a person, who decides.
 */
export function healthClaimIn(text: string): string | undefined {
  const found = wordsOf(text);
  return phrases.find((phrase) => found.some((_, start) => startsAt(found, start, phrase)))?.text;
}

function startsAt(found: readonly string[][], start: number, { parts, isOpen }: Phrase): boolean {
  return parts.every((part, offset) => {
    const isLast = offset === parts.length - 1;
    const forms = found[start + offset] ?? [];
    return forms.some((form) => (isLast && isOpen ? form.startsWith(part) : form === part));
  });
}

/** Each word in the forms it may be found under. */
function wordsOf(text: string): string[][] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
    const bare = word.replace(arabicParticles, '');
    return bare === word ? [word] : [word, bare];
  });
}

function phraseOf(text: string): Phrase {
  const isOpen = text.endsWith('*');
  return { text: isOpen ? text.slice(0, -1) : text, parts: fold(text).match(/[\p{L}\p{N}]+/gu) ?? [], isOpen };
}

/** Without case, accents and vowel signs; alef, ya and ta marbuta in one form each. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}ـ]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

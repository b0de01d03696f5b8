const digits = /[٠-٩۰-۹]/g;
/** Nine digits or more, as telephone numbers are written: a lot number or a weight is shorter or has no such groups. */
const telephone = /(?<![\d.,])(?:\+|00)?\d(?:[ \u00a0\u202f.()/-]{0,2}\d){8,14}(?!\d)/;
const mail = /[a-z0-9._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]{1,63}\.[a-z]{2,10}/i;
const address =
  /(?:https?:\/\/|www\.)\S{1,100}|(?<![\p{L}\d.-])[a-z0-9-]{2,63}\.(?:com|ma|net|org|fr|shop)(?![\p{L}\d])/iu;
const network = /whats\s?app|واتس\s?[اآ]ب|instagram|[إا]نستغرام|facebook|فيسبوك|telegram|تيليغرام|tiktok|تيك\s?توك/iu;

/** The first thing in a text by which a buyer could be drawn away from the shop. */
export function contactIn(text: string): string | undefined {
  const western = text.replace(digits, (digit) => String(digit.charCodeAt(0) & 0xf));
  for (const pattern of [mail, address, telephone, network]) {
    const found = pattern.exec(western)?.[0];
    if (found) return found.trim();
  }
  return undefined;
}

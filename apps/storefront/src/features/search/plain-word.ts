/** Letters alone, as one compares names in a short list: without accents, hamza carriers or capitals. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim();

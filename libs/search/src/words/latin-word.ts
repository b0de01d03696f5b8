import { latinLight } from '@tiwizi/text';

/** A Latin word without accents and without the plural endings of French and English. */
export function latinSingular(word: string): string {
  const light = latinLight(word);
  if (light.length < 4) return light;
  return light.replace(/(?<=[^su])s$|(?<=[aeo]u)x$/, '');
}

/** French elisions that lost their apostrophe: dargan, lorge. */
export function withoutElision(word: string): string | null {
  const light = latinLight(word);
  return /^[dl](?=[aeiouyh].{2,}$)/.test(light) ? light.slice(1) : null;
}

/** The article of Darija: lward, l3sel. */
export function withoutDarijaArticle(word: string): string | null {
  const light = latinLight(word);
  return /^l(?=[^aeiouly].{1,}$)/.test(light) ? light.slice(1) : null;
}

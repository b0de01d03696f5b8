import { arabicLight, amazighLight } from '@tiwizi/text';
import { lexiconEntries, type LexiconEntry } from './lexicon-files.js';

/**
 * The engine's synonyms: the words of one language for one thing lead to one another, in the natural fields and in
 * the light forms of Arabic and Amazigh. Across languages the lexicon's own entries connect (see `Lexicon`).
 */
export function lexiconSynonyms(entries: readonly LexiconEntry[] = lexiconEntries): Record<string, string[]> {
  const synonyms = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const forms of groupsOf(entry)) connect(synonyms, forms);
  }
  return Object.fromEntries([...synonyms].map(([word, others]) => [word, [...others]]));
}

function groupsOf({ fr = [], ar = [], zgh = [], en = [] }: LexiconEntry): string[][] {
  return [fr, ar, zgh, en, ar.map(arabicLight), zgh.map(amazighLight)].map((forms) => [
    ...new Set(forms.map((form) => form.toLowerCase()).filter((form) => form.split(/[\s']+/).length <= 3)),
  ]);
}

function connect(synonyms: Map<string, Set<string>>, forms: readonly string[]): void {
  for (const form of forms) {
    const others = synonyms.get(form) ?? new Set();
    for (const other of forms) if (other !== form) others.add(other);
    if (others.size) synonyms.set(form, others);
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { wordsOf } from '../words/words.js';
import { lightPhrase } from './synonym-group.js';

const freshMs = 15_000;
const mostVariants = 3;

type Others = ReadonlyMap<string, readonly string[]>;

const groups: NamedStatement = {
  name: 'search/synonym-groups',
  text: 'select words from search.synonym order by id',
};

/** What administrators add to the lexicon, as the engine and its stand-in want it. */
@Injectable()
export class SynonymBook {
  private known: Promise<Others> | null = null;
  private freshUntil = 0;

  constructor(private readonly database: Database) {}

  /** Everything the engine must know, read now. */
  async forEngine(): Promise<Record<string, string[]>> {
    const added = (await this.read()).map((words) => [...new Set(words.flatMap((word) => [word, lightPhrase(word)]))]);
    const merged = new Map<string, Set<string>>();
    for (const forms of added) {
      for (const form of forms) {
        const others = merged.get(form) ?? new Set<string>();
        for (const other of forms) if (other !== form) others.add(other);
        merged.set(form, others);
      }
    }
    return Object.fromEntries([...merged].map(([word, others]) => [word, [...others]]));
  }

  /** The same question with a word of a group in the place of another: for a search that knows no synonyms itself. */
  async variants(q: string): Promise<string[]> {
    const asked = wordsOf(q);
    const groupsOf = await this.byWord();
    for (const [place, word] of asked.entries()) {
      const light = lightPhrase(word);
      const others = groupsOf.get(light) ?? [];
      if (others.length)
        return others.slice(0, mostVariants).map((other) => asked.toSpliced(place, 1, other).join(' '));
    }
    return [];
  }

  private byWord(): Promise<Others> {
    if (this.known && this.freshUntil > Date.now()) return this.known;
    this.freshUntil = Date.now() + freshMs;
    this.known = this.read().then(othersOf);
    this.known.catch(() => (this.freshUntil = 0));
    return this.known;
  }

  private async read(): Promise<string[][]> {
    return (await this.database.named<{ words: string[] }>(groups)).map(({ words }) => words);
  }
}

/** Each word's light form, and the other words of its groups: folded once, not for every question. */
function othersOf(all: readonly (readonly string[])[]): Others {
  const others = new Map<string, string[]>();
  for (const words of all) {
    const lights = words.map(lightPhrase);
    for (const [place, light] of lights.entries())
      others.set(light, [...(others.get(light) ?? []), ...words.filter((_, other) => other !== place)]);
  }
  return others;
}

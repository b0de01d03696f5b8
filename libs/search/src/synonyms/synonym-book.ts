import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import { wordsOf } from '../words/words.js';
import { lightPhrase } from './synonym-group.js';

const freshMs = 15_000;
const mostVariants = 3;

const groups: NamedStatement = {
  name: 'search/synonym-groups',
  text: 'select words from search.synonym order by id',
};

/** What administrators add to the lexicon, as the engine and its stand-in want it. */
@Injectable()
export class SynonymBook {
  private known: Promise<readonly (readonly string[])[]> | null = null;
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
    const lights = asked.map(lightPhrase);
    const found = (await this.recent()).flatMap((group) => {
      const place = lights.findIndex((light) => group.some((word) => lightPhrase(word) === light));
      if (place < 0) return [];
      return group
        .filter((word) => lightPhrase(word) !== lights[place])
        .map((word) => asked.toSpliced(place, 1, word).join(' '));
    });
    return found.slice(0, mostVariants);
  }

  private recent(): Promise<readonly (readonly string[])[]> {
    if (this.known && this.freshUntil > Date.now()) return this.known;
    this.freshUntil = Date.now() + freshMs;
    this.known = this.read();
    this.known.catch(() => (this.freshUntil = 0));
    return this.known;
  }

  private async read(): Promise<string[][]> {
    return (await this.database.named<{ words: string[] }>(groups)).map(({ words }) => words);
  }
}

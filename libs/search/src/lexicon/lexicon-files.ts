import beauty from './beauty.json' with { type: 'json' };
import dress from './dress.json' with { type: 'json' };
import food from './food.json' with { type: 'json' };
import home from './home.json' with { type: 'json' };
import qualities from './qualities.json' with { type: 'json' };

/**
 * One thing or quality, and the words for it. A `good` can be what is looked for; a `quality` or a `place` only
 * narrows it. `ar` holds Moroccan words beside standard ones, `ary` their spelling in Latin letters and digits.
 * These words find products and are never shown: the glossary's entries are the first of each list, regional
 * forms, plurals and spellings follow.
 */
export interface LexiconEntry {
  readonly id: string;
  readonly kind: string;
  readonly fr?: readonly string[];
  readonly ar?: readonly string[];
  readonly zgh?: readonly string[];
  readonly en?: readonly string[];
  readonly ary?: readonly string[];
}

export const lexiconEntries: readonly LexiconEntry[] = [...food, ...beauty, ...home, ...dress, ...qualities];

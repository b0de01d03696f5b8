import type { Database } from '@tiwizi/persistence';
import type { Ask } from '../load/read-load.js';
import type { Load, Measured } from '../load/measured.js';
import type { Material } from '../material/sample.js';
import type { Meter } from '../servers/meter.js';
import type { Server } from '../servers/start-server.js';

/** What our own search sent to the engine, and for how many searches. */
export interface EngineWork {
  asks: Ask[];
  searches: number;
}

export type SearchKind = 'search' | 'searchPlain' | 'searchFiltered' | 'suggest';

export interface Place {
  products: number;
  material: Material;
  seconds: number;
  warmSeconds: number;
  api: Server;
  worker: Server;
  bare: Server;
  bareNode: Server;
  meter: Meter;
  meilisearchUrl: string;
  database: Database;
  paths: {
    list: string[];
    category: string[];
    /** Null where the api does not offer the question. */
    searches: Record<SearchKind, string[] | null>;
  };
  engineWork: Partial<Record<SearchKind, EngineWork>>;
  /** Cookies of people who have signed in. */
  president: string;
  moderator: string;
}

export interface Scenario {
  /** The row that says what the same machine does at best. */
  limit: string | null;
  /** Null: not to be had in this place; why was said. */
  run(place: Place, load: Load): Promise<Measured | null>;
  connections: number;
}

export const locales = ['fr', 'ar', 'zgh', 'en'] as const;

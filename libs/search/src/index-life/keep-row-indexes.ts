import type { HeldTurn } from './build-turn.js';
import { rowIndexes } from '../persistence/row-indexes.js';

const names = Object.keys(rowIndexes);

/** Those that are there and whole. */
export const standingIndexes = `
  select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'search' and c.relname = any ($1::text[]) and i.indisvalid`;

/** A load of nearly all rows is many times faster without them. */
export async function takeRowIndexesAway(turn: HeldTurn): Promise<void> {
  for (const name of names) await turn.run(`drop index concurrently if exists search.${name}`);
}

/** Makes what is missing, while others read and write; one whose making was broken off is made anew. */
export async function makeRowIndexes(
  turn: HeldTurn,
  standing: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  for (const [name, text] of Object.entries(rowIndexes)) {
    if (standing.includes(name)) continue;
    say(`making the index ${name}`);
    await turn.run(`drop index concurrently if exists search.${name}`);
    await turn.run(text.replace('create index', 'create index concurrently'));
  }
}

export const rowIndexNames: readonly string[] = names;

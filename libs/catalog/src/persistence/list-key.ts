import { InvalidCursor, type Cursors } from '@tiwizi/persistence';
import { isId } from '../domain/id-or-slug.js';

/** Where a list sorted by an instant and an id goes on. */
export interface ListKey {
  readonly at: string;
  readonly id: string;
}

/** Before the newest: the first page begins at the end of time. */
export const newestFirst: ListKey = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const instant = /^\d{4}-\d\d-\d\d[ T][\d:.]+(\+00|Z)$/;

/** A cursor we signed for another list is no cursor here. */
export function keyOf(cursors: Cursors, list: string, cursor: string | undefined): ListKey {
  if (cursor === undefined) return newestFirst;
  const [at, id] = cursors.decode(list, cursor);
  if (typeof at !== 'string' || typeof id !== 'string' || !instant.test(at) || !isId(id)) throw new InvalidCursor();
  return { at, id };
}

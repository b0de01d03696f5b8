import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { Cursor, Id, IdParams, Instant, NoContent, PageSize } from '../shared/values.js';

const Word = z.string().trim().min(1).max(60);
/** Words for one thing, in any language and script: whoever types one of them finds products with the others. */
const Words = z.array(Word).min(2).max(20);
const note = z.string().trim().max(500);

export const SynonymGroup = z
  .strictObject({
    id: Id,
    words: z.array(z.string()),
    /** Why it is here, for whoever looks at it next. */
    note: z.string(),
    version: z.int(),
    changedAt: Instant,
  })
  .meta({ id: 'SynonymGroup' });
export type SynonymGroup = z.infer<typeof SynonymGroup>;

export const ListSynonyms = endpoint({
  id: 'search/synonyms',
  method: 'GET',
  path: '/admin/search/synonyms',
  access: 'search:manage',
  summary: 'Synonyms added by administrators, last changed first; those of the lexicon are not among them.',
  query: z.strictObject({ q: z.string().max(60).optional(), cursor: Cursor.optional(), limit: PageSize.optional() }),
  response: z.strictObject({ items: z.array(SynonymGroup), nextCursor: z.string().nullable() }),
});
export const AddSynonyms = endpoint({
  id: 'search/add-synonyms',
  method: 'POST',
  path: '/admin/search/synonyms',
  access: 'search:manage',
  status: 201,
  summary: 'Add a group of synonyms; the search knows it within seconds.',
  body: z.strictObject({ words: Words, note: note.optional() }),
  response: SynonymGroup,
});
export const ChangeSynonyms = endpoint({
  id: 'search/change-synonyms',
  method: 'PUT',
  path: '/admin/search/synonyms/:id',
  access: 'search:manage',
  summary: 'Replace the words of a group; refused when somebody else changed it meanwhile.',
  params: IdParams,
  body: z.strictObject({ words: Words, note: note.optional(), version: z.int() }),
  response: SynonymGroup,
});
export const RemoveSynonyms = endpoint({
  id: 'search/remove-synonyms',
  method: 'DELETE',
  path: '/admin/search/synonyms/:id',
  access: 'search:manage',
  summary: 'Take a group of synonyms away.',
  params: IdParams,
  response: NoContent,
});

/** Words that found nothing, or only something similar. No person, session or network is kept with them. */
export const MissedWords = z
  .strictObject({
    words: z.string(),
    outcome: z.enum(['nothing', 'guess']),
    count: z.int(),
    /** The last day they were asked, `YYYY-MM-DD`. */
    lastOn: z.iso.date(),
  })
  .meta({ id: 'MissedWords' });
export type MissedWords = z.infer<typeof MissedWords>;
export const ListMissedWords = endpoint({
  id: 'search/missed-words',
  method: 'GET',
  path: '/admin/search/missed',
  access: 'search:manage',
  summary: 'What people looked for in vain during the last days, most asked first.',
  query: z.strictObject({
    days: z.coerce.number().int().min(1).max(90).optional(),
    outcome: z.enum(['nothing', 'guess']).optional(),
    cursor: Cursor.optional(),
    limit: PageSize.optional(),
  }),
  response: z.strictObject({ items: z.array(MissedWords), nextCursor: z.string().nullable() }),
});

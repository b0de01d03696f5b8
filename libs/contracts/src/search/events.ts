import { z } from 'zod';
import { event } from '../shared/event.js';

/** Administrators changed the synonyms: the engine must learn of it. The words are read from the table. */
export const SynonymsChangedV1 = event('search.synonyms-changed.v1', 'slow', z.strictObject({ at: z.string() }));

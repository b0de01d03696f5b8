import { z } from 'zod';
import { event } from '../shared/event.js';
import { topics } from '../shared/topics.js';
import { Id } from '../shared/values.js';

/** Anything buyers see of it changed, its right to sell included: copies must be made again. */
export const CooperativeChangedV1 = event(
  'cooperatives.cooperative-changed.v1',
  'quick',
  z.strictObject({ cooperativeId: Id, slug: z.string() }),
  ({ cooperativeId }) => [topics.maker(cooperativeId), topics.makers],
);
export const CooperativeDecidedV1 = event(
  'cooperatives.cooperative-decided.v1',
  'slow',
  z.strictObject({
    cooperativeId: Id,
    name: z.string(),
    decision: z.enum(['verify', 'refuse', 'suspend']),
    reason: z.string().nullable(),
  }),
);

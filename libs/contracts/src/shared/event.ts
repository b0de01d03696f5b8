import type { z } from 'zod';

/**
 * A fact one context tells the others, named in the past tense with a version. `lane` says who waits for whom:
 * `quick` handlers take milliseconds; `slow` ones (pictures, mail, the card provider) never hold them back.
 */
export interface EventDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly lane: 'quick' | 'slow';
  readonly payload: Payload;
}

export const event = <P extends z.ZodType>(name: string, lane: 'quick' | 'slow', payload: P): EventDefinition<P> => ({
  name,
  lane,
  payload,
});

export type PayloadOf<E> = E extends EventDefinition<infer P> ? z.output<P> : never;

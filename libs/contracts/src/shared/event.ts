import type { z } from 'zod';

/**
 * Who waits for whom: `quick` handlers take milliseconds, `post` carries messages to people, `slow` is pictures and the
 * card provider. None holds another back.
 */
export const lanes = ['quick', 'post', 'slow'] as const;
export type Lane = (typeof lanes)[number];

/** A fact one context tells the others, named in the past tense with a version. */
export interface EventDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly lane: Lane;
  readonly payload: Payload;
  /** The public answers of which kept copies are wrong now (see `topics`). */
  touches?(payload: z.output<Payload>): string[];
}

export const event = <P extends z.ZodType>(
  name: string,
  lane: Lane,
  payload: P,
  touches?: (payload: z.output<P>) => string[],
): EventDefinition<P> => ({ name, lane, payload, ...(touches && { touches }) });

export type PayloadOf<E> = E extends EventDefinition<infer P> ? z.output<P> : never;

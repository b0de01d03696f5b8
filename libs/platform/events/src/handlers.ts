import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { EventDefinition, PayloadOf } from '@tiwizi/contracts';
import type { EntityManager } from '@tiwizi/persistence';

export const EVENT_CONSUMER = Symbol('EVENT_CONSUMER');
export const SCHEDULED = Symbol('SCHEDULED');

/** Marks a provider as a handler of the event it names. */
export const EventConsumer = () => applyDecorators(Injectable(), SetMetadata(EVENT_CONSUMER, true));
/** Marks a provider as a task with hours of its own. */
export const Scheduled = () => applyDecorators(Injectable(), SetMetadata(SCHEDULED, true));

interface Named<E extends EventDefinition> {
  /** `context/on-something`: never reused for other work, the inbox remembers it. */
  readonly name: string;
  readonly event: E;
}

/** One event as it reaches a handler. */
export interface Told<E extends EventDefinition = EventDefinition> {
  /** The same each time it is brought. */
  readonly eventId: string;
  readonly payload: PayloadOf<E>;
  /** The request it comes from; what it leads to carries it on. */
  readonly requestId: string | undefined;
}

/** Changes rows only: runs in one transaction with its inbox row, so its effect happens once. */
export interface EventHandler<E extends EventDefinition = EventDefinition> extends Named<E> {
  handle(tx: EntityManager, payload: PayloadOf<E>): Promise<void>;
}

/** The same for many at once: all that wait, in one transaction, for handlers whose statements take lists. */
export interface EventBatchHandler<E extends EventDefinition = EventDefinition> extends Named<E> {
  handleAll(tx: EntityManager, told: readonly Told<E>[]): Promise<void>;
}

/** Reaches other systems: no transaction is open, and it may be asked again after it has succeeded. */
export interface EffectHandler<E extends EventDefinition = EventDefinition> extends Named<E> {
  perform(payload: PayloadOf<E>): Promise<void>;
}

/**
 * The same for many at once; answers in the order it was told, so that only what failed is tried again. It knows by its
 * own rows what it has done: the inbox is not asked.
 */
export interface EffectBatchHandler<E extends EventDefinition = EventDefinition> extends Named<E> {
  performAll(told: readonly Told<E>[]): Promise<PromiseSettledResult<void>[]>;
}

export interface ScheduledTask {
  readonly name: string;
  /** Five fields, in Morocco's civil time. */
  readonly cron: string;
  run(): Promise<void>;
}

export type AnyHandler = EventHandler | EventBatchHandler | EffectHandler | EffectBatchHandler;

import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { EventDefinition, PayloadOf } from '@tiwizi/contracts';
import type { EntityManager } from '@tiwizi/persistence';

export const EVENT_CONSUMER = Symbol('EVENT_CONSUMER');
export const SCHEDULED = Symbol('SCHEDULED');

/** Marks a provider as a handler of the event it names. */
export const EventConsumer = () => applyDecorators(Injectable(), SetMetadata(EVENT_CONSUMER, true));
/** Marks a provider as a task with hours of its own. */
export const Scheduled = () => applyDecorators(Injectable(), SetMetadata(SCHEDULED, true));

/** Changes rows only: runs in one transaction with its inbox row, so its effect happens once. */
export interface EventHandler<E extends EventDefinition = EventDefinition> {
  /** `context/on-something`: never reused for other work, the inbox remembers it. */
  readonly name: string;
  readonly event: E;
  handle(tx: EntityManager, payload: PayloadOf<E>): Promise<void>;
}

/** Reaches other systems: no transaction is open, and it may be asked again after it has succeeded. */
export interface EffectHandler<E extends EventDefinition = EventDefinition> {
  readonly name: string;
  readonly event: E;
  perform(payload: PayloadOf<E>): Promise<void>;
}

export interface ScheduledTask {
  readonly name: string;
  /** Five fields, in Morocco's civil time. */
  readonly cron: string;
  run(): Promise<void>;
}

export type AnyHandler = EventHandler | EffectHandler;

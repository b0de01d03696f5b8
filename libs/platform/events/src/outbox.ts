import { Injectable } from '@nestjs/common';
import type { EventDefinition, Lane, PayloadOf } from '@tiwizi/contracts';
import { tellChanged, type EntityManager } from '@tiwizi/persistence';
import { JobClient, type EventJob } from './job-client.js';
import { currentRequestId } from './request-trace.js';

type Message = readonly [event: EventDefinition, payload: unknown, requestId?: string | undefined];

/**
 * Tells the other contexts: the message is a row of the transaction that changed the facts. Every process that keeps
 * copies of public answers hears at the commit which of them it must drop.
 */
@Injectable()
export class Outbox {
  constructor(private readonly jobs: JobClient) {}

  async publish<E extends EventDefinition>(
    tx: EntityManager,
    event: E,
    payload: PayloadOf<E> | PayloadOf<E>[],
  ): Promise<void> {
    const payloads = Array.isArray(payload) ? payload : [payload];
    await this.publishAll(
      tx,
      payloads.map((one) => [event, one]),
    );
  }

  /** One statement for each lane that is used, however many messages. They name the request unless they bring theirs. */
  async publishAll(tx: EntityManager, messages: readonly Message[]): Promise<void> {
    const current = currentRequestId();
    const inLanes = new Map<Lane, EventJob[]>();
    const touched: string[] = [];
    for (const [event, payload, requestId = current] of messages) {
      const { name, lane, payload: schema } = event;
      const parsed = schema.parse(payload);
      const job = { event: name, payload: parsed, ...(requestId && { requestId }) };
      inLanes.set(lane, [...(inLanes.get(lane) ?? []), job]);
      touched.push(...(event.touches?.(parsed) ?? []));
    }
    for (const [lane, jobs] of inLanes) await this.jobs.insert(tx, `events-${lane}`, jobs);
    await tellChanged(tx, touched);
  }
}

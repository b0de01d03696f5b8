import { Injectable } from '@nestjs/common';
import type { EventDefinition, PayloadOf } from '@tiwizi/contracts';
import type { EntityManager } from '@tiwizi/persistence';
import { JobClient, type EventJob } from './job-client.js';
import { currentRequestId } from './request-trace.js';

/** Tells the other contexts: the message is a row of the transaction that changed the facts. */
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

  /** One statement for each lane that is used, however many messages. */
  async publishAll(tx: EntityManager, messages: readonly (readonly [EventDefinition, unknown])[]): Promise<void> {
    const requestId = currentRequestId();
    const inLanes = { quick: [] as EventJob[], slow: [] as EventJob[] };
    for (const [{ name, lane, payload: schema }, payload] of messages) {
      inLanes[lane].push({ event: name, payload: schema.parse(payload), ...(requestId && { requestId }) });
    }
    for (const lane of ['quick', 'slow'] as const) {
      if (inLanes[lane].length) await this.jobs.insert(tx, `events-${lane}`, inLanes[lane]);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type {
  AnyHandler,
  EffectBatchHandler,
  EffectHandler,
  EventBatchHandler,
  EventHandler,
  Told,
} from './handlers.js';
import { handled, handling } from './metrics.js';
import { withRequestId } from './request-trace.js';

/** What became of an event at a handler: done, known from before, or why not. */
type Outcome = 'done' | 'seen-before' | { readonly error: unknown };

/** Its batch was slow; the event comes again with the next one. */
export class NoTimeLeft extends Error {
  override readonly name = 'NoTimeLeft';
}

type TransactionHandler = EventHandler | EventBatchHandler;

/** Brings events to one handler, each once. */
@Injectable()
export class Delivery {
  constructor(private readonly database: Database) {}

  /** The failures, by event; whoever is not named has been served. Nothing is begun after the deadline. */
  async deliver(handler: AnyHandler, events: readonly Told[], deadline = Infinity): Promise<Map<string, unknown>> {
    const end = handling.startTimer({ handler: handler.name });
    const outcomes = await this.bring(handler, events, deadline).catch((error: unknown) =>
      events.map(() => ({ error })),
    );
    end();
    const failures = new Map<string, unknown>();
    outcomes.forEach((outcome, index) => {
      handled.inc({ handler: handler.name, outcome: typeof outcome === 'string' ? outcome : 'failed' });
      if (typeof outcome !== 'string') failures.set(events[index]?.eventId ?? '', outcome.error);
    });
    return failures;
  }

  private async bring(handler: AnyHandler, events: readonly Told[], deadline: number): Promise<Outcome[]> {
    if ('handle' in handler || 'handleAll' in handler) return this.inTransaction(handler, events, deadline);
    return 'performAll' in handler ? performAll(handler, events) : this.effects(handler, events, deadline);
  }

  /**
   * All in one transaction; when it fails, each half in one of its own, down to the event that fails. One event never
   * holds up the others, and finding it among sixty-four takes a dozen transactions.
   */
  private async inTransaction(
    handler: TransactionHandler,
    events: readonly Told[],
    deadline: number,
  ): Promise<Outcome[]> {
    if (Date.now() > deadline) return events.map(() => ({ error: new NoTimeLeft() }));
    try {
      return await this.together(handler, events);
    } catch (error) {
      if (events.length === 1) return [{ error }];
    }
    const middle = Math.ceil(events.length / 2);
    const first = await this.inTransaction(handler, events.slice(0, middle), deadline);
    return [...first, ...(await this.inTransaction(handler, events.slice(middle), deadline))];
  }

  private together(handler: TransactionHandler, events: readonly Told[]): Promise<Outcome[]> {
    return this.database.transaction(async (tx) => {
      const rows: { event_id: string }[] = await tx.query(
        `insert into platform.inbox (event_id, handler) select id, $2 from unnest((select $1::uuid[])) as id order by id
         on conflict do nothing returning event_id`,
        [events.map(({ eventId }) => eventId), handler.name],
      );
      const isNew = new Set(rows.map(({ event_id }) => event_id));
      const fresh = events.filter(({ eventId }) => isNew.has(eventId));
      if ('handleAll' in handler) {
        if (fresh.length) await withRequestId(onlyRequest(fresh), () => handler.handleAll(tx, fresh));
      } else {
        for (const { payload, requestId } of fresh) {
          await withRequestId(requestId, () => handler.handle(tx, payload));
        }
      }
      return events.map(({ eventId }) => (isNew.has(eventId) ? 'done' : 'seen-before'));
    });
  }

  /** Noted only after it worked: dying in between means doing it again, which effects allow. */
  private async effects(handler: EffectHandler, events: readonly Told[], deadline: number): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const event of events) {
      const isLate = Date.now() > deadline;
      outcomes.push(
        isLate ? { error: new NoTimeLeft() } : await this.effect(handler, event).catch((error: unknown) => ({ error })),
      );
    }
    return outcomes;
  }

  private async effect(handler: EffectHandler, { eventId, payload, requestId }: Told): Promise<Outcome> {
    const key = [eventId, handler.name];
    const seen = await this.database.query('select 1 from platform.inbox where event_id = $1 and handler = $2', key);
    if (seen.length) return 'seen-before';
    await withRequestId(requestId, () => handler.perform(payload));
    await this.database.query(
      'insert into platform.inbox (event_id, handler) values ($1, $2) on conflict do nothing',
      key,
    );
    return 'done';
  }
}

async function performAll(handler: EffectBatchHandler, events: readonly Told[]): Promise<Outcome[]> {
  const results = await withRequestId(onlyRequest(events), () => handler.performAll(events));
  if (results.length !== events.length) throw new Error(`${handler.name} did not answer for each event`);
  return results.map((result) => (result.status === 'fulfilled' ? 'done' : { error: result.reason }));
}

/** A batch that comes from one request is logged under it; one from several has no single name. */
function onlyRequest(events: readonly Told[]): string | undefined {
  const [first] = events;
  return events.every(({ requestId }) => requestId === first?.requestId) ? first?.requestId : undefined;
}

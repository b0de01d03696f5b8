import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type { AnyHandler } from './handlers.js';
import { handled, handling } from './metrics.js';

/** Brings one event to one handler, once. */
@Injectable()
export class Delivery {
  constructor(private readonly database: Database) {}

  async deliver(eventId: string, handler: AnyHandler, payload: unknown): Promise<void> {
    const end = handling.startTimer({ handler: handler.name });
    try {
      const isNew =
        'handle' in handler
          ? await this.inTransaction(eventId, handler, payload)
          : await this.effect(eventId, handler, payload);
      handled.inc({ handler: handler.name, outcome: isNew ? 'done' : 'seen-before' });
    } catch (error) {
      handled.inc({ handler: handler.name, outcome: 'failed' });
      throw error;
    } finally {
      end();
    }
  }

  private inTransaction(
    eventId: string,
    handler: Extract<AnyHandler, { handle: unknown }>,
    payload: unknown,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows: unknown[] = await tx.query(
        `insert into platform.inbox (event_id, handler) values ($1, $2) on conflict do nothing returning 1`,
        [eventId, handler.name],
      );
      if (!rows.length) return false;
      await handler.handle(tx, payload);
      return true;
    });
  }

  /** Noted only after it worked: dying in between means doing it again, which effects allow. */
  private async effect(
    eventId: string,
    handler: Extract<AnyHandler, { perform: unknown }>,
    payload: unknown,
  ): Promise<boolean> {
    const seen = await this.database.query('select 1 from platform.inbox where event_id = $1 and handler = $2', [
      eventId,
      handler.name,
    ]);
    if (seen.length) return false;
    await handler.perform(payload);
    await this.database.query('insert into platform.inbox (event_id, handler) values ($1, $2) on conflict do nothing', [
      eventId,
      handler.name,
    ]);
    return true;
  }
}

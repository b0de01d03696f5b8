import { Injectable, Module } from '@nestjs/common';
import { event } from '@tiwizi/contracts';
import { Database, jobSchema, newId, type EntityManager } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { z } from 'zod';
import { Delivery } from './delivery.js';
import {
  currentRequestId,
  EventConsumer,
  Outbox,
  Scheduled,
  withRequestId,
  type EffectHandler,
  type EventBatchHandler,
  type EventHandler,
  type ScheduledTask,
} from './index.js';

const HoneySoldV1 = event('spec.honey-sold.v1', 'quick', z.strictObject({ jar: z.string() }));
const LetterDueV1 = event('spec.letter-due.v1', 'slow', z.strictObject({ to: z.string() }));

@Injectable()
class Seen {
  readonly jars: string[] = [];
  readonly letters: string[] = [];
  requestId: string | undefined;
  failures = 0;
}

@EventConsumer()
class OnHoneySold implements EventHandler<typeof HoneySoldV1> {
  readonly name = 'spec/on-honey-sold';
  readonly event = HoneySoldV1;
  constructor(private readonly seen: Seen) {}

  async handle(tx: EntityManager, { jar }: { jar: string }): Promise<void> {
    await tx.query('create temporary table if not exists proof (jar text) on commit drop');
    this.seen.requestId = currentRequestId();
    this.seen.jars.push(jar);
  }
}

@EventConsumer()
class FailOnce implements EffectHandler<typeof HoneySoldV1> {
  readonly name = 'spec/fail-once';
  readonly event = HoneySoldV1;
  constructor(private readonly seen: Seen) {}

  async perform(): Promise<void> {
    if (this.seen.failures++ === 0) throw new Error('not yet');
  }
}

@EventConsumer()
class SendLetter implements EffectHandler<typeof LetterDueV1> {
  readonly name = 'spec/send-letter';
  readonly event = LetterDueV1;
  constructor(private readonly seen: Seen) {}

  async perform({ to }: { to: string }): Promise<void> {
    this.seen.letters.push(to);
  }
}

@Scheduled()
class Tick implements ScheduledTask {
  readonly name = 'spec/tick';
  readonly cron = '0 3 * * *';
  ticks = 0;
  async run(): Promise<void> {
    this.ticks += 1;
  }
}

@Module({ providers: [Seen, OnHoneySold, FailOnce, SendLetter, Tick] })
class SpecModule {}

describe('events', () => {
  let app: TestApp;
  let seen: Seen;
  beforeAll(async () => {
    app = await startApp({ modules: [SpecModule], worker: true });
    seen = app.get(Seen);
  });
  afterAll(() => app.close());

  it('reach every handler soon after the commit, with the request they come from; one that fails is tried again alone', async () => {
    await withRequestId('request-0001', () =>
      app.get(Database).transaction((tx) => app.get(Outbox).publish(tx, HoneySoldV1, { jar: 'thyme' })),
    );
    await eventually(
      () => expect(seen).toMatchObject({ jars: ['thyme'], failures: 2, requestId: 'request-0001' }),
      10_000,
    );
    expect(seen.jars).toEqual(['thyme']);
  });

  it('vanish with the transaction they were told in', async () => {
    const refused = app.get(Database).transaction(async (tx) => {
      await app.get(Outbox).publishAll(tx, [[LetterDueV1, { to: 'nobody' }]]);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await app
      .get(Database)
      .transaction((tx) => app.get(Outbox).publish(tx, LetterDueV1, [{ to: 'Itto' }, { to: 'Tuda' }]));
    await eventually(() => expect([...seen.letters].sort()).toEqual(['Itto', 'Tuda']));
  });

  it('F80: have their effect once, however often they are delivered and wherever a handler dies', async () => {
    const delivery = app.get(Delivery);
    const eventId = newId();
    const dying: EventHandler = {
      name: 'spec/dying',
      event: HoneySoldV1,
      handle: async (tx) => {
        await tx.query(
          'insert into platform.rate_limit (key, points) values ($1, 1) on conflict (key) do update set points = rate_limit.points + 1',
          [eventId],
        );
        if (deaths-- > 0) throw new Error('killed');
      },
    };
    let deaths = 3;
    for (let tries = 0; tries < 8; tries += 1)
      await delivery.deliver(dying, [{ eventId, payload: { jar: 'x' }, requestId: undefined }]);
    await Promise.all(
      [1, 2, 3].map(() => delivery.deliver(dying, [{ eventId, payload: { jar: 'x' }, requestId: undefined }])),
    );
    const [row] = await app.get(Database).query('select points from platform.rate_limit where key = $1', [eventId]);
    expect(row).toEqual({ points: 1 });
  });

  it('are served together, and one that fails holds up no other of its batch', async () => {
    const delivery = app.get(Delivery);
    const told = (jar: string) => ({ eventId: newId(), payload: { jar }, requestId: undefined });
    const [sound, broken, later] = [told('sound'), told('broken'), told('later')];
    const batches: string[][] = [];
    const together: EventBatchHandler = {
      name: 'spec/together',
      event: HoneySoldV1,
      handleAll: async (_tx, events) => {
        const jars = events.map(({ payload }) => HoneySoldV1.payload.parse(payload).jar);
        batches.push(jars);
        if (jars.includes('broken')) throw new Error('cannot be served');
      },
    };
    const failures = await delivery.deliver(together, [sound, broken, later]);
    expect([...failures.keys()]).toEqual([broken.eventId]);
    expect(batches).toEqual([['sound', 'broken', 'later'], ['sound', 'broken'], ['sound'], ['broken'], ['later']]);
    await delivery.deliver(together, [sound, later]);
    expect(batches).toHaveLength(5);
    const late = await delivery.deliver(together, [told('late')], Date.now() - 1);
    expect([...late.values()]).toMatchObject([{ name: 'NoTimeLeft' }]);
    expect(batches).toHaveLength(5);
  });

  it('refuse a payload that breaks their contract before anything is written', async () => {
    await expect(
      app.get(Database).transaction((tx) => app.get(Outbox).publishAll(tx, [[HoneySoldV1, { jar: 1 }]])),
    ).rejects.toThrow('jar');
    const waiting = await app
      .get(Database)
      .query(`select 1 from ${jobSchema}.job where data ->> 'event' = 'spec.honey-sold.v1' and state = 'created'`);
    expect(waiting).toEqual([]);
  });

  it('schedules are known by name', async () => {
    await app.runScheduled('spec/tick');
    expect(app.get(Tick).ticks).toBe(1);
    const rows = await app
      .get(Database)
      .query(`select key, timezone from ${jobSchema}.schedule where key = 'spec/tick'`);
    expect(rows).toEqual([{ key: 'spec/tick', timezone: 'Africa/Casablanca' }]);
  });
});

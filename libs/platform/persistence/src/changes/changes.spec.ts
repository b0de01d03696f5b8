import { Module } from '@nestjs/common';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { ChangeFeed, Database, newId, tellChanged, type ChangedTopics } from '../index.js';

@Module({})
class NothingModule {}

const cutLines = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'tiwizi-changes'`;

describe('what changed is told to every process', () => {
  let teller: TestApp;
  let listener: TestApp;
  let feed: ChangeFeed;
  let heard: ChangedTopics[];

  beforeAll(async () => {
    [teller, listener] = await Promise.all([
      startApp({ modules: [NothingModule] }),
      startApp({ modules: [NothingModule] }),
    ]);
    feed = listener.get(ChangeFeed);
    feed.open();
    await eventually(() => expect(feed.isLive).toBe(true));
  });
  beforeEach(() => (heard = []));
  afterAll(() => Promise.all([teller.close(), listener.close()]));

  const listen = () => feed.subscribe((changed) => heard.push(changed));
  const tell = (topics: string[]) => teller.get(Database).transaction((tx) => tellChanged(tx, topics));
  const named = () => heard.flatMap((changed) => [...(changed ?? [])]);

  it('when its transaction commits, each topic once, and never when it is taken back', async () => {
    const stop = listen();
    const failing = teller.get(Database).transaction(async (tx) => {
      await tellChanged(tx, ['product/never']);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await tell(['product/1', 'maker/1', 'product/1']);
    await eventually(() => expect(named()).toEqual(['product/1', 'maker/1']));
    stop();
  });

  it('also when it is hundreds of products at once', async () => {
    const stop = listen();
    const topics = Array.from({ length: 900 }, () => `product/${newId()}`);
    await tell(topics);
    await eventually(() => expect(new Set(named())).toEqual(new Set(topics)));
    stop();
  });

  it('as "anything" when it is more than anybody wants to read', async () => {
    const stop = listen();
    await tell(Array.from({ length: 1001 }, (_, index) => `product/${index}`));
    await eventually(() => expect(heard).toContain(null));
    expect(named()).toEqual([]);
    stop();
  });

  it('as "anything" when the line was cut, and exactly again as soon as it is back', async () => {
    const stop = listen();
    await teller.get(Database).query(cutLines);
    await eventually(() => expect(heard).toContain(null));
    await eventually(() => expect(feed.isLive).toBe(true));
    heard = [];
    await tell(['product/2']);
    await eventually(() => expect(named()).toEqual(['product/2']));
    stop();
  });

  it('and a process ends at once, also while it is still being connected', async () => {
    const app = await startApp({ modules: [NothingModule] });
    app.get(ChangeFeed).open();
    const started = performance.now();
    await app.close();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

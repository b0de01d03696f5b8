import type { ChangedTopics } from '@tiwizi/persistence';
import { Dependencies, withDependencies } from './dependencies.js';
import { SharedCopies, type Made } from './shared-copies.js';

/** Says what a spec wants to be said. */
class Feed {
  isLive = true;
  private readonly listeners = new Set<(changed: ChangedTopics) => void>();

  open(): void {}

  subscribe(listener: (changed: ChangedTopics) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  say(...topics: string[]): void {
    for (const listener of this.listeners) listener(topics.length ? new Set(topics) : null);
  }
}

describe('copies of shared answers', () => {
  let feed: Feed;
  let copies: SharedCopies;
  let made: string[];
  beforeEach(() => {
    feed = new Feed();
    copies = new SharedCopies(feed, 100_000);
    made = [];
  });

  const maker = (key: string, changes: Partial<Made> = {}) => {
    return async (): Promise<Made> => {
      made.push(key);
      return { bytes: Buffer.from(`${key} ${made.length}`), topics: [`product/${key}`], freshMs: 60_000, ...changes };
    };
  };
  const ask = async (key: string, make = maker(key)) => String((await copies.copy(key, make))?.body.bytes);

  it('are made once for many who ask, and again when one of their topics changed; others stay', async () => {
    await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(made).toEqual(['a', 'b']);
    feed.say('product/a', 'maker/x');
    await Promise.all([ask('a'), ask('b')]);
    expect(made).toEqual(['a', 'b', 'a']);
  });

  it('are all gone when nobody knows what changed', async () => {
    await Promise.all([ask('a'), ask('b')]);
    feed.say();
    expect(copies.bytes).toBe(0);
    await Promise.all([ask('a'), ask('b')]);
    expect(made).toEqual(['a', 'b', 'a', 'b']);
  });

  it('are not made of what was read before a change, and whoever asks after it gets what was read after it', async () => {
    const { promise: reading, resolve } = Promise.withResolvers<string>();
    const slow = async () => ({ bytes: Buffer.from(await reading), topics: ['product/a'], freshMs: 60_000 });
    const early = ask('a', slow);
    feed.say('product/a');
    const late = [ask('a'), ask('a')];
    resolve('old');
    expect(await early).toBe('old');
    expect(await Promise.all(late)).toEqual(['a 1', 'a 1']);
    expect(await ask('a')).toBe('a 1');
  });

  it('are made once also while other things change all the time', async () => {
    const { promise: reading, resolve } = Promise.withResolvers<string>();
    const slow = async () => ({ bytes: Buffer.from(await reading), topics: ['product/a'], freshMs: 60_000 });
    const early = ask('a', slow);
    feed.say('product/b');
    const late = ask('a');
    resolve('read');
    expect([await early, await late, await ask('a')]).toEqual(['read', 'read', 'read']);
    expect(made).toEqual([]);
  });

  it('live for a moment only while no line is open, and not at all when made while it was lost', async () => {
    feed.isLive = false;
    const copy = await copies.copy('a', maker('a'));
    expect(copy?.freshUntil).toBeLessThanOrEqual(Date.now() + 1000);
    await ask('stale', maker('stale', { freshMs: 0 }));
    await ask('stale');
    expect(made).toEqual(['a', 'stale', 'stale']);
  });

  it('take no more room than they are given: what was not asked for lately goes', async () => {
    const large = { bytes: Buffer.alloc(30_000) };
    for (const key of ['a', 'b', 'c', 'd', 'e']) await ask(key, maker(key, large));
    expect(copies.bytes).toBeLessThanOrEqual(100_000);
    made = [];
    await ask('e');
    await ask('a');
    expect(made).toEqual(['a']);
  });

  it('count their compressed forms, and have room for them', async () => {
    const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, index) => 32 + ((index * index * 7919) % 90)));
    const copy = await copies.copy('a', maker('a', { bytes }));
    const before = copies.bytes;
    const encoded = await copy?.body.as('br');
    expect(await copy?.body.as('br')).toBe(encoded);
    expect(copies.bytes).toBe(before + (encoded?.length ?? NaN));
  });

  it('tell the page that is made of them what it depends on, also when they were ready', async () => {
    await ask('a');
    const { dependencies } = await withDependencies(async () => [await ask('a'), await ask('b')]);
    expect([...dependencies.topics]).toEqual(['product/a', 'product/b']);
    expect(dependencies.isKnown).toBe(true);
    expect(dependencies.freshUntil).toBeLessThanOrEqual(Date.now() + 60_000);
    const ofUnknown = async () => [await ask('a'), await ask('c', maker('c', { topics: null })), await ask('b')];
    expect((await withDependencies(ofUnknown)).dependencies.isKnown).toBe(false);
    const page = new Dependencies();
    page.addAnswer((await withDependencies(() => ask('a'))).dependencies);
    expect(page.isKnown).toBe(true);
    page.addAnswer((await withDependencies(async () => 'says nothing')).dependencies);
    expect(page.isKnown).toBe(false);
  });
});

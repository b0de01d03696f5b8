import { AsyncLocalStorage } from 'node:async_hooks';

const collected = new AsyncLocalStorage<Dependencies>();

/** What an answer was made of: the topics that make it wrong, and until when it is right if nothing changes. */
export class Dependencies {
  readonly topics = new Set<string>();
  freshUntil = Infinity;
  /** False: a part of it did not say what it depends on. */
  isKnown = true;
  private isEmpty = true;

  add(topics: Iterable<string>, freshUntil: number): void {
    for (const topic of topics) this.topics.add(topic);
    this.freshUntil = Math.min(this.freshUntil, freshUntil);
    this.isEmpty = false;
  }

  addUnknown(): void {
    this.isKnown = false;
  }

  /** Of another answer within this one: one that said nothing at all is not known either. */
  addAnswer({ topics, freshUntil, isKnown, isEmpty }: Dependencies): void {
    this.add(topics, freshUntil);
    this.isKnown &&= isKnown && !isEmpty;
  }
}

/** For an answer that is read anew each time: a page made of it may be kept so long, or until one of these changes. */
export function dependOn(topics: Iterable<string>, freshMs: number): void {
  collected.getStore()?.add(topics, Date.now() + freshMs);
}

/** Null: nobody says when it changes, whatever else the answer is made of. */
export function noteDependency(topics: Iterable<string> | null, freshUntil: number): void {
  if (topics) collected.getStore()?.add(topics, freshUntil);
  else collected.getStore()?.addUnknown();
}

/** Runs work and tells what its answers said of themselves, those that came from a copy included. */
export async function withDependencies<T>(
  work: () => PromiseLike<T>,
): Promise<{ result: T; dependencies: Dependencies }> {
  const dependencies = new Dependencies();
  // Awaited inside: some promises begin their work only when somebody waits for them.
  return { result: await collected.run(dependencies, async () => await work()), dependencies };
}

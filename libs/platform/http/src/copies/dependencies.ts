import { AsyncLocalStorage } from 'node:async_hooks';

const collected = new AsyncLocalStorage<Dependencies>();

/** What an answer was made of: the topics that make it wrong, and until when it is right if nothing changes. */
export class Dependencies {
  readonly topics = new Set<string>();
  freshUntil = Infinity;
  /** False: somebody answered without saying what the answer depends on. */
  isKnown = false;

  add(topics: Iterable<string>, freshUntil: number): void {
    for (const topic of topics) this.topics.add(topic);
    this.freshUntil = Math.min(this.freshUntil, freshUntil);
    this.isKnown = true;
  }

  /** Of a part of this answer: one unknown part makes the whole unknown. */
  addAll({ topics, freshUntil, isKnown }: Dependencies): void {
    for (const topic of topics) this.topics.add(topic);
    this.freshUntil = Math.min(this.freshUntil, freshUntil);
    this.isKnown &&= isKnown;
  }
}

/** For an answer that is read anew each time: a page made of it may be kept so long, or until one of these changes. */
export function dependOn(topics: Iterable<string>, freshMs: number): void {
  collected.getStore()?.add(topics, Date.now() + freshMs);
}

export const noteDependency = (topics: Iterable<string>, freshUntil: number): void =>
  collected.getStore()?.add(topics, freshUntil);

/** Runs work and tells what its answers said of themselves, those that came from a copy included. */
export async function withDependencies<T>(
  work: () => PromiseLike<T>,
): Promise<{ result: T; dependencies: Dependencies }> {
  const dependencies = new Dependencies();
  // Awaited inside: some promises begin their work only when somebody waits for them.
  return { result: await collected.run(dependencies, async () => await work()), dependencies };
}

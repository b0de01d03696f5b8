import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it no longer throws, and gives its answer; the last refusal is what a test shows after the patience. */
export async function eventually<T>(attempt: () => T | Promise<T>, patienceMs = 5000): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(10)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
  }
}

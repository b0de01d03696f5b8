import { ProcessLog } from '@tiwizi/events';

/** One piece of work after the other, each on its own: one that fails is told and waits for the next round alone. */
export async function sweep<T>(items: readonly T[], log: ProcessLog, work: (item: T) => Promise<void>): Promise<void> {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      log.error({ err: error, item }, 'one piece of a sweep failed');
    }
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';

const trace = new AsyncLocalStorage<string>();

/** The id of the request this work belongs to, from the browser to the last job it caused. */
export const currentRequestId = (): string | undefined => trace.getStore();

export const withRequestId = <T>(requestId: string | undefined, work: () => T): T =>
  requestId ? trace.run(requestId, work) : work();

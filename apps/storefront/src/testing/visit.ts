import type { Problem } from '@tiwizi/contracts';
import { RouterContextProvider } from 'react-router';
import { appContext, type ApiClient, type AppContext } from '../app-context.js';

/** The context of a request whose API answers as told. */
export function visit({ account = null, call = noAnswer }: { account?: unknown; call?: () => Promise<unknown> } = {}) {
  const context = new RouterContextProvider();
  const client = { call, upload: call } as ApiClient;
  context.set(appContext, {
    client,
    account: account as AppContext['account'],
    nonce: '',
    publicUrl: '',
    isDemo: false,
  });
  return context as Readonly<RouterContextProvider>;
}

const noAnswer = () => Promise.reject(new Error('nothing was to be asked'));

/** As the API refuses: a shape, not a class. */
export const refuses =
  (status: number, problem: Partial<Problem> = {}) =>
  (): Promise<never> =>
    Promise.reject(
      Object.assign(new Error(`refused with ${status}`), { status, problem: { code: 'x', params: {}, ...problem } }),
    );

/** Where a thrown answer leads, or the status it has. */
export async function thrownBy(ask: () => unknown): Promise<string | number | undefined> {
  try {
    await ask();
  } catch (answer) {
    if (answer instanceof Response) return answer.headers.get('location') ?? answer.status;
    if (typeof answer === 'object' && answer !== null && 'init' in answer) return (answer.init as ResponseInit).status;
    throw answer;
  }
  return undefined;
}

import type { Account } from '@tiwizi/contracts';
import { redirect, type RouterContextProvider } from 'react-router';
import { app } from '../app-context.js';
import { localeOf, pathIn } from '../paths.js';
import { pageAddress, pathOf } from './page-address.js';

/** For private pages: who has not signed in does so first and returns to the same page. */
export function signedIn(request: Request, context: Readonly<RouterContextProvider>): Account {
  const { account } = app(context);
  if (account) return account;
  const address = pageAddress(request);
  const back = new URLSearchParams({ vers: pathOf(address) });
  throw redirect(`${pathIn(localeOf(address.pathname), '/connexion')}?${back}`);
}

import type { Account } from '@tiwizi/contracts';
import { redirect, type RouterContextProvider } from 'react-router';
import { app } from '../app-context.js';
import { localeOf, pathIn } from '../paths.js';

/** For private pages: who has not signed in does so first and returns to the same page. */
export function signedIn(request: Request, context: Readonly<RouterContextProvider>): Account {
  const { account } = app(context);
  if (account) return account;
  const { pathname, search } = new URL(request.url);
  const back = pathname.replace(/\.data$/, '') + search;
  throw redirect(`${pathIn(localeOf(pathname), '/connexion')}?${new URLSearchParams({ vers: back })}`);
}

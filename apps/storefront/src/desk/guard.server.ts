import { mayUse, type Account, type Permission } from '@tiwizi/contracts';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { app } from '../app-context.js';
import { localeOf, pathIn } from '../paths.js';

type Context = Readonly<RouterContextProvider>;

/** A page that needs a person: whoever is nobody yet signs in first and comes back to this very page. */
export function signedIn(context: Context, request: Request): Account {
  const { account } = app(context);
  if (account) return account;
  const { pathname, search } = new URL(request.url);
  throw redirect(pathIn(localeOf(pathname), `/connexion?suite=${encodeURIComponent(pathname + search)}`));
}

/** The API asks again at every call; asked here too, a page says so before it is half drawn. */
export function allowed(context: Context, request: Request, permission: Permission): Account {
  const account = signedIn(context, request);
  if (!mayUse(permission, account.roles)) throw data(null, { status: 403 });
  return account;
}

export const may = (account: Account | null, permission: Permission): boolean =>
  account !== null && mayUse(permission, account.roles);

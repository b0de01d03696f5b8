import { mayUse, type Account, type Permission } from '@tiwizi/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { signedIn } from '../server/account.server.js';

/** The API asks again at every call; asked here too, a page says so before it is half drawn. */
export function allowed(request: Request, context: Readonly<RouterContextProvider>, permission: Permission): Account {
  const account = signedIn(request, context);
  if (!may(account, permission)) throw data(null, { status: 403 });
  return account;
}

export const may = (account: Account, permission: Permission): boolean => mayUse(permission, account.roles);

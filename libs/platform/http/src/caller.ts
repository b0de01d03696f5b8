import type { Role } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { NotFound, Unauthenticated } from './errors.js';

export interface SignedIn {
  accountId: string;
  name: string;
  locale: Locale;
  roles: Role[];
  /** The cooperatives this person acts for. */
  cooperatives: { id: string; slug: string; name: string; role: 'president' | 'treasurer' | 'catalogue' }[];
  sessionId: string;
}

export interface Caller {
  account: SignedIn | null;
  locale: Locale;
  requestId: string;
  ip: string;
}

/** How the audit journal names whoever asked. */
export const actorOf = ({ account }: Caller): string => account?.accountId ?? 'guest';

export function signedIn({ account }: Caller): SignedIn {
  if (!account) throw new Unauthenticated();
  return account;
}

/** Another cooperative's things do not exist for whoever does not belong to it. */
export function requireMember(caller: Caller, cooperativeId: string): SignedIn {
  const account = signedIn(caller);
  if (!account.cooperatives.some(({ id }) => id === cooperativeId)) throw new NotFound();
  return account;
}

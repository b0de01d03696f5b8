import type { EntityManager } from '@tiwizi/persistence';
import { newToken } from '../domain/secrets.js';
import { Session } from '../domain/session.js';

export interface FromBrowser {
  ip: string;
  /** The session the browser came with: it ends here, so that a token planted before never becomes a signed-in one. */
  formerSessionId: string | null;
}

export interface OpenedSession {
  accountId: string;
  token: string;
}

export async function openSession(
  tx: EntityManager,
  accountId: string,
  { formerSessionId }: FromBrowser,
): Promise<OpenedSession> {
  const token = newToken();
  if (formerSessionId) await tx.delete(Session, { id: formerSessionId });
  await tx.insert(Session, Session.open(accountId, token));
  return { accountId, token };
}

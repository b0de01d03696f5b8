import { SignIn } from '@tiwizi/contracts';
import { Visitor } from './visitor.js';

/** The demonstration's own people (apps/cli/src/demo): one session each for a whole worker. */
const password = 'tiwizi-demo-2026';
const sessions = new Map<string, Promise<Visitor>>();

function signedIn(identifier: string): Promise<Visitor> {
  const known = sessions.get(identifier);
  if (known) return known;
  const visitor = new Visitor();
  const session = visitor.api.call(SignIn, { body: { identifier, password } }).then(() => visitor);
  sessions.set(identifier, session);
  return session;
}

export const moderator = () => signedIn('moderator@tiwizi.demo');
export const finance = () => signedIn('finance@tiwizi.demo');
export const admin = () => signedIn('admin@tiwizi.demo');

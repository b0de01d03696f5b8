import type { SignedIn } from './caller.js';

/** Who a session token belongs to. Identity provides it; the guard finds it wherever it is provided. */
export abstract class Sessions {
  /** Null for a token nobody has, one that has ended, or a blocked account. */
  abstract read(token: string): Promise<SignedIn | null>;
}

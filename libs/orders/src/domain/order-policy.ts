import { OrderNotFound } from './order-errors.js';
import type { OrderSecrets } from './order-secrets.js';

/** Whoever asks for an order: signed in, or holding the token that was given when it was placed. */
export interface Proof {
  readonly accountId: string | null;
  readonly token?: string | undefined;
}

interface Owned {
  readonly id: string;
  readonly accountId: string | null;
  readonly secretSalt: string;
}

export const maySee = (order: Owned, { accountId, token }: Proof, secrets: OrderSecrets): boolean =>
  (order.accountId !== null && order.accountId === accountId) || secrets.isToken(order, token);

/** What a person may not see does not exist for them. */
export function assertMaySee(order: Owned, proof: Proof, secrets: OrderSecrets): void {
  if (!maySee(order, proof, secrets)) throw new OrderNotFound();
}

import type Stripe from 'stripe';
import type { CardName } from '../payments/test-cards.js';
import type { TimeRange } from '../wire/parameters.js';
import type { Transaction } from './database.js';

/** The event as it is stored and sent; the SDK's own type is a union of 275 of these. */
export interface EventBody {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  data: { object: object };
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface Bodies {
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  balance_transaction: Stripe.BalanceTransaction;
  payment_method: Stripe.PaymentMethod;
  event: EventBody;
}
export type Kind = keyof Bodies;

/** What the API never shows. */
export interface Simulated {
  /** How the card behaves: on a payment method, and on the charge made with it. */
  card?: CardName;
  /** Where the bank's page sends the buyer afterwards. */
  returnUrl?: string;
  /** Set while the buyer pays on our own page: she returns to it when authentication fails. */
  payPage?: string;
}

export interface Stored<K extends Kind> {
  body: Bodies[K];
  simulated: Simulated;
}

export async function insert<K extends Kind>(
  tx: Transaction,
  kind: K,
  body: Bodies[K],
  simulated: Simulated = {},
): Promise<void> {
  await tx.query(
    'INSERT INTO stripe_simulator.resource (id, kind, created, body, simulated) VALUES ($1, $2, $3, $4, $5)',
    [body.id, kind, body.created, JSON.stringify(body), JSON.stringify(simulated)],
  );
}

export async function save<K extends Kind>(tx: Transaction, stored: Stored<K>): Promise<void> {
  await tx.query('UPDATE stripe_simulator.resource SET body = $2, simulated = $3 WHERE id = $1', [
    stored.body.id,
    JSON.stringify(stored.body),
    JSON.stringify(stored.simulated),
  ]);
}

export async function find<K extends Kind>(tx: Transaction, kind: K, id: string): Promise<Stored<K> | undefined> {
  const found = await tx.query<Stored<K>>(
    'SELECT body, simulated FROM stripe_simulator.resource WHERE id = $1 AND kind = $2',
    [id, kind],
  );
  return found.rows[0];
}

/** Holds the row until the end of the transaction. Always the payment intent first, then what belongs to it. */
export async function lock<K extends Kind>(tx: Transaction, kind: K, id: string): Promise<Stored<K> | undefined> {
  const found = await tx.query<Stored<K>>(
    'SELECT body, simulated FROM stripe_simulator.resource WHERE id = $1 AND kind = $2 FOR UPDATE',
    [id, kind],
  );
  return found.rows[0];
}

/** For a row that another row names: it exists, or the data is broken. */
export async function get<K extends Kind>(tx: Transaction, kind: K, id: string): Promise<Stored<K>> {
  const stored = await find(tx, kind, id);
  if (!stored) throw new Error(`${kind} ${id} is missing`);
  return stored;
}

/** Any resource by its id alone, for `expand`. */
export async function findAny(tx: Transaction, id: string): Promise<object | undefined> {
  const found = await tx.query<{ body: object }>('SELECT body FROM stripe_simulator.resource WHERE id = $1', [id]);
  return found.rows[0]?.body;
}

export interface Page {
  limit: number;
  startingAfter?: string;
  endingBefore?: string;
  created: TimeRange;
  /** Properties of the body that must have this value (or one of these). */
  equal: Record<string, string | string[] | undefined>;
  delivered?: boolean;
}

/** Newest first, one row more than asked, so that the caller knows whether there are more. */
export async function list<K extends Kind>(tx: Transaction, kind: K, page: Page): Promise<Bodies[K][]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [`kind = ${bind(kind)}`];
  const position = (id: string) => `(SELECT position FROM stripe_simulator.resource WHERE id = ${bind(id)})`;
  if (page.startingAfter) where.push(`position < ${position(page.startingAfter)}`);
  if (page.endingBefore) where.push(`position > ${position(page.endingBefore)}`);
  const { gt, gte, lt, lte } = page.created;
  if (gt !== undefined) where.push(`created > ${bind(gt)}`);
  if (gte !== undefined) where.push(`created >= ${bind(gte)}`);
  if (lt !== undefined) where.push(`created < ${bind(lt)}`);
  if (lte !== undefined) where.push(`created <= ${bind(lte)}`);
  for (const [name, value] of Object.entries(page.equal)) {
    if (value !== undefined) where.push(`body->>${bind(name)}::text = ANY(${bind([value].flat())}::text[])`);
  }
  if (page.delivered !== undefined) {
    const delivered =
      'EXISTS (SELECT FROM stripe_simulator.delivery WHERE event_id = resource.id AND delivered_at IS NOT NULL)';
    where.push(page.delivered ? delivered : `NOT ${delivered}`);
  }
  const order = page.endingBefore ? 'ASC' : 'DESC';
  const found = await tx.query<{ body: Bodies[K] }>(
    `SELECT body FROM stripe_simulator.resource WHERE ${where.join(' AND ')} ORDER BY position ${order} LIMIT ${bind(page.limit + 1)}`,
    values,
  );
  return found.rows.map((row) => row.body);
}

import type { Transaction } from '../persistence/database.js';
import { findAny, list, type Bodies, type Kind, type Page } from '../persistence/resources.js';
import { invalidParameter, notFound } from './errors.js';
import type { Parameters } from './parameters.js';

export const listParameters = ['created', 'ending_before', 'limit', 'starting_after'] as const;

export interface StripeList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

type Filter = Pick<Page, 'equal' | 'delivered'>;

/** One page of resources, newest first, in Stripe's envelope. */
export async function listPage<K extends Kind>(
  tx: Transaction,
  kind: K,
  url: string,
  parameters: Parameters,
  filter: Filter,
): Promise<StripeList<Bodies[K]>> {
  const limit = parameters.integer('limit') ?? 10;
  if (limit < 1 || limit > 100) throw invalidParameter('Limit must be between 1 and 100.', 'limit');
  const startingAfter = await cursor(tx, parameters, 'starting_after');
  const endingBefore = await cursor(tx, parameters, 'ending_before');
  if (startingAfter && endingBefore)
    throw invalidParameter(
      'You may only specify one of these parameters: ending_before, starting_after.',
      'starting_after',
    );
  const rows = await list(tx, kind, {
    ...filter,
    limit,
    startingAfter,
    endingBefore,
    created: parameters.timeRange('created'),
  });
  const data = rows.slice(0, limit);
  return { object: 'list', data: endingBefore ? data.reverse() : data, has_more: rows.length > limit, url };
}

async function cursor(
  tx: Transaction,
  parameters: Parameters,
  name: 'starting_after' | 'ending_before',
): Promise<string | undefined> {
  const id = parameters.text(name);
  if (id && !(await findAny(tx, id))) throw notFound('object', id, name, 400);
  return id;
}

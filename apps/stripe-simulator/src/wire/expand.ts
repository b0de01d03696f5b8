import type { Transaction } from '../persistence/database.js';
import { findAny } from '../persistence/resources.js';
import { invalidParameter } from './errors.js';

const deepest = 4;
type Json = Record<string, unknown>;

/** `expand[]=latest_charge.balance_transaction`: ids on the path are replaced by what they name. */
export async function expand(tx: Transaction, body: object, paths: string[]): Promise<object> {
  const copy = structuredClone(body);
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > deepest) throw invalidParameter('You cannot expand more than 4 levels of a property.', 'expand');
    await expandStep(tx, copy as Json, steps, path);
  }
  return copy;
}

async function expandStep(tx: Transaction, parent: Json, [name, ...rest]: string[], path: string): Promise<void> {
  if (name === undefined) return;
  if (!(name in parent)) throw invalidParameter(`This property cannot be expanded (${path}).`, 'expand');
  const value = parent[name];
  if (typeof value === 'string') {
    const resource = await findAny(tx, value);
    if (!resource) throw invalidParameter(`This property cannot be expanded (${path}).`, 'expand');
    parent[name] = resource;
  }
  for (const child of [parent[name]].flat()) {
    if (child !== null && typeof child === 'object') await expandStep(tx, child as Json, rest, path);
  }
}

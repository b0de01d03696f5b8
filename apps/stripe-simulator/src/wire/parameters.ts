import { invalidParameter } from './errors.js';
import type { FormTree, FormValue } from './form-encoding.js';

export type Metadata = Record<string, string>;
export interface TimeRange {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

/** Reads the parameters of one request; what an operation does not know is refused, as Stripe does. */
export class Parameters {
  constructor(
    private readonly values: FormTree,
    accepted: readonly string[],
  ) {
    for (const name of Object.keys(values)) {
      if (name !== 'expand' && !accepted.includes(name))
        throw invalidParameter(`Received unknown parameter: ${name}`, name, 'parameter_unknown');
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw invalidParameter(`Invalid string: ${name}`, name);
    return value;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');
    return value;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const choice = choices.find((known) => known === value);
    if (!choice) throw invalidParameter(`Invalid ${name}: must be one of ${choices.join(', ')}`, name);
    return choice;
  }

  boolean(name: string): boolean | undefined {
    const value = this.oneOf(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : wholeNumber(value, name);
  }

  positiveInteger(name: string): number | undefined {
    const value = this.integer(name);
    if (value !== undefined && value < 1)
      throw invalidParameter('Invalid positive integer', name, 'parameter_invalid_integer');
    return value;
  }

  tree(name: string): FormTree | undefined {
    const value = this.values[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' || Array.isArray(value)) throw invalidParameter('Invalid object', name);
    return value;
  }

  texts(name: string): string[] {
    const value = this.values[name];
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
  }

  /** `created=5`, or `created[gte]=5&created[lt]=9`. */
  timeRange(name: string): TimeRange {
    const value = this.values[name];
    if (value === undefined) return {};
    if (typeof value === 'string') return { gte: wholeNumber(value, name), lte: wholeNumber(value, name) };
    const bounds = this.tree(name) ?? {};
    const bound = (edge: string) =>
      typeof bounds[edge] === 'string' ? wholeNumber(bounds[edge], `${name}[${edge}]`) : undefined;
    return { gt: bound('gt'), gte: bound('gte'), lt: bound('lt'), lte: bound('lte') };
  }

  /** Keys are merged into what is there; an empty value removes its key, an empty `metadata` removes all. */
  metadata(before: Metadata = {}): Metadata {
    const value = this.values['metadata'];
    if (value === undefined) return before;
    if (value === '') return {};
    if (typeof value === 'string') throw invalidParameter('Invalid object', 'metadata');
    const merged = new Map(Object.entries(before));
    for (const [key, text] of Object.entries<FormValue>(value as FormTree)) {
      if (typeof text !== 'string' || text.length > 500)
        throw invalidParameter('Metadata values can have up to 500 characters.', `metadata[${key}]`);
      if (key.length > 40) throw invalidParameter('Metadata keys can have up to 40 characters.', `metadata[${key}]`);
      if (text === '') merged.delete(key);
      else merged.set(key, text);
    }
    if (merged.size > 50) throw invalidParameter('You can have up to 50 keys.', 'metadata');
    return Object.fromEntries(merged);
  }
}

function wholeNumber(value: string, name: string): number {
  const number = Number(value);
  if (!/^-?\d{1,15}$/.test(value) || !Number.isSafeInteger(number)) {
    throw invalidParameter(`Invalid integer: ${value}`, name, 'parameter_invalid_integer');
  }
  return number;
}

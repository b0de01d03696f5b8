import { problemText, type Locale, type ProblemParams } from '@tiwizi/i18n';
import { data } from 'react-router';
import { isApiProblem } from '../app-context.js';
import type { FieldRefusal, Refusal } from './refusal.js';

/** Which control of the page a field of the API stands for; a page that shows it elsewhere says so. */
export type FieldOf = (path: string) => string;
const sameName: FieldOf = (path) => path;

/** What the API refused, ready to be shown. Anything that is not a refusal is a fault and goes on upwards. */
export function asRefusal(error: unknown, locale: Locale, fieldOf: FieldOf = sameName): Refusal {
  if (!isApiProblem(error) || error.status === 401) throw error;
  const { code, params, errors = [] } = error.problem;
  return {
    code,
    sentence: problemText(code, plain(params), locale),
    params,
    fields: errors.map((each) => ({
      field: fieldOf(each.path),
      sentence: problemText(each.code, plain(each.params ?? {}), locale),
    })),
  };
}

/** A refusal found before the API was asked: something typed that cannot be read. */
export function refuse(locale: Locale, fields: readonly { field: string; code: string }[]): Refusal {
  return {
    code: 'validation/invalid-input',
    sentence: problemText('validation/invalid-input', {}, locale),
    params: {},
    fields: fields.map(({ field, code }): FieldRefusal => ({ field, sentence: problemText(code, {}, locale) })),
  };
}

/** For loaders: what is not there, or not theirs, is a page that does not exist. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isApiProblem(error) && [400, 403, 404].includes(error.status)) throw data(null, { status: 404 });
    throw error;
  }
}

const plain = (params: Record<string, unknown>): ProblemParams =>
  Object.fromEntries(
    Object.entries(params).filter(
      (entry): entry is [string, string | number | boolean] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
    ),
  );

import type { Locale } from '@tiwizi/i18n';
import { isApiProblem } from '../app-context.js';
import { ownRefusal, refusalOf, type Refusal } from '../server/refusal.server.js';

/** A refusal whose field errors lead to controls named otherwise than the fields of the API. */
export function refusalAt(error: unknown, locale: Locale, controlOf: (path: string) => string): Refusal {
  const refusal = refusalOf(error, locale);
  const errors = isApiProblem(error) ? (error.problem.errors ?? []) : [];
  if (!errors.length) return refusal;
  const codes = errors.map(({ path, code }) => [controlOf(path), code] as const).reverse();
  return { ...refusal, fields: ownRefusal(locale, Object.fromEntries(codes)).fields };
}

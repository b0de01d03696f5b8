import { problemText, type Locale, type LocalizedText } from '@tiwizi/i18n';
import { isApiProblem } from '../app-context.js';

/** A refusal as a page shows it: sentences in the reader's language, tied to the fields they are about. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly text: LocalizedText;
  readonly params: Record<string, string | number | boolean | null>;
  /** By the last part of the field's path: `address.phone` is `phone`. */
  readonly fields: Record<string, LocalizedText>;
}

/** What the API refused; anything else is a fault of ours and goes on as it is. */
export function refusalOf(error: unknown, locale: Locale, nameOf: (path: string) => string = lastPart): Refusal {
  if (!isApiProblem(error)) throw error;
  const { code, params, errors = [] } = error.problem;
  const fields = errors.map(({ path, code: fieldCode, params: fieldParams = {} }) => {
    return [nameOf(path), problemText(fieldCode, plain(fieldParams), locale)] as const;
  });
  return {
    status: error.status,
    code,
    params: plain(params),
    text: problemText(code, plain(params), locale),
    // The first sentence about a field is enough to mend it.
    fields: Object.fromEntries([...fields].reverse()),
  };
}

const lastPart = (path: string): string => path.split('.').filter(Boolean).pop() ?? path;

/** A refusal the page itself finds, before asking anyone: a problem's code by field, or a sentence of its own. */
export function ownRefusal(locale: Locale, fields: Record<string, string | LocalizedText>): Refusal {
  return {
    status: 400,
    code: 'validation/invalid-input',
    params: {},
    text: problemText('validation/invalid-input', {}, locale),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, what]) => [
        name,
        typeof what === 'string' ? problemText(what, {}, locale) : what,
      ]),
    ),
  };
}

function plain(params: Record<string, unknown>): Refusal['params'] {
  const isPlain = (value: unknown): value is string | number | boolean | null =>
    value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (isPlain(value) ? [[name, value]] : [])));
}

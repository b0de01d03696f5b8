import { problemText, type Locale, type LocalizedText, type ProblemParams } from '@tiwizi/i18n';
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

/** « Remplissez ce champ » says what is wrong but not with what: such sentences are led in by the control's name. */
export type NameOf = (control: string) => string | undefined;

/**
 * What the API refused; anything else is a fault of ours and goes on as it is. `controlOf` where a control of the page
 * is named otherwise than the last part of the field's path.
 */
export function refusalOf(
  error: unknown,
  locale: Locale,
  controlOf: (path: string) => string = lastPart,
  nameOf: NameOf = nameless,
): Refusal {
  if (!isApiProblem(error)) throw error;
  const { code, params, errors = [] } = error.problem;
  const fields: Record<string, LocalizedText> = {};
  // In the order of the form; the first sentence about a field is enough to mend it.
  for (const { path, code: fieldCode, params: fieldParams = {} } of errors) {
    const control = controlOf(path);
    fields[control] ??= sentenceAbout(fieldCode, plain(fieldParams), locale, nameOf(control));
  }
  return {
    status: error.status,
    code,
    params: plain(params),
    text: problemText(code, plain(params), locale),
    fields,
  };
}

const lastPart = (path: string): string => path.split('.').filter(Boolean).pop() ?? path;
const nameless: NameOf = () => undefined;

/** A refusal the page itself finds, before asking anyone: a problem's code by control, or a sentence of its own. */
export function ownRefusal(
  locale: Locale,
  fields: Record<string, string | LocalizedText>,
  nameOf: NameOf = nameless,
): Refusal {
  return {
    status: 400,
    code: 'validation/invalid-input',
    params: {},
    text: problemText('validation/invalid-input', {}, locale),
    fields: Object.fromEntries(
      Object.entries(fields).map(([control, what]) => [
        control,
        typeof what === 'string' ? sentenceAbout(what, {}, locale, nameOf(control)) : what,
      ]),
    ),
  };
}

/** Between a name and what is said of it. */
const colon: Record<Locale, string> = { fr: '\u00a0: ', ar: ': ', zgh: ': ', en: ': ' };

function sentenceAbout(code: string, params: ProblemParams, locale: Locale, name: string | undefined): LocalizedText {
  const sentence = problemText(code, params, locale);
  if (!name || !code.startsWith('validation/')) return sentence;
  return { ...sentence, text: `${name}${colon[locale]}${sentence.text}` };
}

function plain(params: Record<string, unknown>): Refusal['params'] {
  const isPlain = (value: unknown): value is string | number | boolean | null =>
    value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (isPlain(value) ? [[name, value]] : [])));
}

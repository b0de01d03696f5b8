import type { Locale } from '@tiwizi/i18n';
import { ownRefusal, type Refusal } from '../server/refusal.server.js';

/** Sentences that say what is wrong but not with what (« Remplissez ce champ ») are led in by the field's name. */
export function unreadable(
  locale: Locale,
  problems: Record<string, string>,
  nameOf: (control: string) => string | undefined,
): Refusal {
  const refusal = ownRefusal(locale, problems);
  const fields = Object.entries(refusal.fields).map(([control, sentence]) => {
    const name = problems[control]?.startsWith('validation/') ? nameOf(control) : undefined;
    return [control, name ? { ...sentence, text: `${name}${colon[locale]}${sentence.text}` } : sentence] as const;
  });
  return { ...refusal, fields: Object.fromEntries(fields) };
}

const colon: Record<Locale, string> = { fr: '\u00a0: ', ar: ': ', zgh: ': ', en: ': ' };

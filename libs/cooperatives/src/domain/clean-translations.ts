import type { Translations } from '@tiwizi/contracts';
import type { FieldError } from '@tiwizi/errors';
import { locales } from '@tiwizi/i18n';
import { cleanLine, cleanText, type CleanResult } from '@tiwizi/text';

export interface TextRule {
  readonly path: string;
  readonly longest: number;
  readonly isRequired?: boolean;
  readonly hasLines?: boolean;
}

/** Every text of every language made safe to keep; what is wrong with any of them is added to `errors`. */
export function cleanTranslations(typed: Translations, rule: TextRule, errors: FieldError[]): Translations {
  const kept: Translations = {};
  for (const locale of locales) {
    const text = cleanOne(typed[locale] ?? '', { ...rule, path: `${rule.path}.${locale}` }, errors);
    if (text) kept[locale] = text;
  }
  const isEmpty = locales.every((locale) => !typed[locale]?.trim());
  if (rule.isRequired && isEmpty) errors.push({ path: rule.path, code: 'validation/required' });
  return kept;
}

export function cleanOne(typed: string, { path, longest, hasLines }: TextRule, errors: FieldError[]): string {
  const clean: CleanResult = hasLines ? cleanText(typed) : cleanLine(typed);
  if (!clean.ok) errors.push({ path, code: clean.code });
  else if (clean.value.length > longest) errors.push({ path, code: 'validation/too-long' });
  else return clean.value;
  return '';
}

import { westernDigits } from '@tiwizi/text';

/** Reading a form that browsers, or people without one, may have filled in any way. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number as people type it: western or Arabic-Indic digits, with or without spaces. */
export function wholeOf(text: string): number | undefined {
  const western = westernDigits(text).replace(/[\s\u00a0\u202f]/g, '');
  // Longer than any limit of the API, which then says that it is too much.
  return /^\d{1,15}$/.test(western) ? Number(western) : undefined;
}

/** What was typed, to be shown again; files are not text. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

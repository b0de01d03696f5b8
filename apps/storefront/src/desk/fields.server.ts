/** Reading a form that browsers, or people without one, may have filled in any way. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number as people type it: western or Arabic-Indic digits, with or without spaces. */
export function wholeOf(text: string): number | undefined {
  const western = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\u00a0\u202f]/g, '');
  return /^\d{1,9}$/.test(western) ? Number(western) : undefined;
}

/** What was typed, to be shown again; files are not text. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

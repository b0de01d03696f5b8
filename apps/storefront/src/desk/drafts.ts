const prefix = 'tiwizi:';

/** Where a form's text is kept on the phone while the server does not have it. */
export const draftKey = (name: string): string => `${prefix}${name}`;

/** A phone has several owners: whoever signs out takes along what was typed, bank details among it. */
export function forgetDrafts(): void {
  for (const key of Object.keys(window.localStorage)) if (key.startsWith(prefix)) window.localStorage.removeItem(key);
}

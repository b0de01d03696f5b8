const prefix = 'tiwizi:';

/** Where a form's text is kept on the phone while the server does not have it. */
export const draftKey = (name: string): string => `${prefix}${name}`;

/** The server has it now. */
export const forgetDraft = (key: string): void => inStore((store) => store.removeItem(key));

/** A phone has several owners: whoever signs out takes along what was typed, bank details among it. */
export const forgetDrafts = (): void =>
  inStore((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
  });

function inStore(work: (store: Storage) => void): void {
  try {
    work(window.localStorage);
  } catch {
    // A store that is forbidden has kept nothing.
  }
}

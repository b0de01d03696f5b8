/**
 * How long a form's text is kept while the server does not have it: on the phone until it is sent or its owner signs
 * out, or in the open page only, for those who never sign in and may not be the next at this machine.
 */
export type KeptFor = 'owner' | 'visit';

const prefix = 'tiwizi:';
const keyOf = (name: string): string => `${prefix}${name}`;

export function readDraft(name: string, keptFor: KeptFor): Record<string, string> | null {
  const read = (store: Storage) => JSON.parse(store.getItem(keyOf(name)) ?? 'null') as Record<string, string> | null;
  return inStore(keptFor, read) ?? null;
}

export function writeDraft(name: string, keptFor: KeptFor, values: Record<string, string>): void {
  inStore(keptFor, (store) => store.setItem(keyOf(name), JSON.stringify(values)));
}

/** The server has it now. */
export function forgetDraft(name: string, keptFor: KeptFor): void {
  inStore(keptFor, (store) => store.removeItem(keyOf(name)));
}

/** A phone has several owners: whoever signs out takes along what was typed, bank details among it. */
export function forgetDrafts(): void {
  for (const keptFor of ['owner', 'visit'] as const) {
    inStore(keptFor, (store) => {
      for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
    });
  }
}

/** A store that is full or forbidden keeps nothing: the form itself still holds everything. */
function inStore<T>(keptFor: KeptFor, work: (store: Storage) => T): T | undefined {
  try {
    return work(keptFor === 'visit' ? window.sessionStorage : window.localStorage);
  } catch {
    return undefined;
  }
}

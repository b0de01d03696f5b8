/** What a spec file used of its engines; the test environment renews exactly that before the next file. */
interface Used {
  database?: boolean;
  search?: boolean;
}

const used: Used = ((globalThis as { tiwiziUsed?: Used }).tiwiziUsed ??= {});

/** A migrated database that belongs to this spec file alone. */
export function databaseUrl(): string {
  used.database = true;
  return fromSetup('DATABASE_URL');
}

export interface SearchServer {
  url: string;
  key: string;
  /** Begins the name of every index of this spec file. */
  prefix: string;
}

/** The real Meilisearch, and the prefix under which this spec file may make indexes. */
export function meili(): SearchServer {
  used.search = true;
  return { url: fromSetup('MEILI_URL'), key: fromSetup('MEILI_KEY'), prefix: fromSetup('MEILI_INDEX_PREFIX') };
}

function fromSetup(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the specs with "npm run jest"`);
  return value;
}

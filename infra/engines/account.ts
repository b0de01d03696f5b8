import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: root lends it a system account, everyone else runs it as themselves. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return find('postgres') ?? create('postgres') ?? find('nobody') ?? missingAccount();
}

function find(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function create(name: string): Account | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', name], { stdio: 'ignore' });
    return find(name);
  } catch {
    return undefined;
  }
}

function missingAccount(): never {
  throw new Error('PostgreSQL does not run as root, and no account "postgres" could be made: run as an ordinary user.');
}

/** May the account pass through every folder above this path? (A home of root usually says no.) */
export function canReach(path: string, account: Account): boolean {
  const folder = dirname(resolve(path));
  if (existsSync(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & enter)) return false;
  }
  return folder === dirname(folder) || canReach(folder, account);
}

/** A folder that every account can pass through, for what must leave a closed checkout. */
export function openFolder(lifetime: 'lasting' | 'temporary', account: Account): string {
  const places = lifetime === 'lasting' ? ['/var/lib', tmpdir(), '/tmp'] : [tmpdir(), '/tmp', '/var/lib'];
  for (const place of places) {
    const folder = join(place, 'tiwizi');
    try {
      mkdirSync(folder, { recursive: true });
      if (statSync(folder).uid !== 0) continue;
      chmodSync(folder, 0o755);
      if (canReach(join(folder, 'x'), account)) return folder;
    } catch {
      // Not writable here: try the next place.
    }
  }
  throw new Error(`PostgreSQL needs a folder that its account can enter; none of ${places.join(', ')} will do.`);
}

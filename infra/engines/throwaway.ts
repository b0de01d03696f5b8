import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, openFolder, postgresAccount } from './account.ts';
import { startMeilisearch, stopMeilisearch, type RunningMeilisearch } from './meilisearch.ts';
import { startPostgres, stopPostgres, throwawaySettings, type RunningPostgres } from './postgres.ts';
import { freePort, identify, isAlive, stop, type ProcessIdentity } from './process.ts';

export interface ThrowawayEngines {
  postgres: RunningPostgres;
  meilisearch: RunningMeilisearch & { key: string };
  folder: string;
  stop(): Promise<void>;
}

interface Owner {
  owner: ProcessIdentity;
  engines: ProcessIdentity[];
}

const ownerFile = 'owner.json';

/** Real engines for one run of tests or measurements, gone without a trace after it. */
export async function startThrowawayEngines(
  settings: Record<string, string> = throwawaySettings,
): Promise<ThrowawayEngines> {
  const account = postgresAccount();
  const parent = account && !canReach(join(tmpdir(), 'x'), account) ? openFolder('temporary', account) : tmpdir();
  await clearAbandoned(parent);
  const folder = join(parent, `tiwizi-engines-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const record = (engines: ProcessIdentity[]) =>
    writeFileSync(join(folder, ownerFile), JSON.stringify({ owner: identify(process.pid), engines } satisfies Owner));
  record([]);
  const key = randomBytes(24).toString('base64url');
  const [postgresPort, meilisearchPort] = [await freePort(), await freePort()];
  const [postgres, meilisearch] = await Promise.all([
    startPostgres({
      folder: join(folder, 'postgres'),
      port: postgresPort,
      account,
      logFile: join(folder, 'postgres.log'),
      settings,
    }),
    startMeilisearch({
      folder: join(folder, 'meilisearch'),
      port: meilisearchPort,
      key,
      logFile: join(folder, 'meilisearch.log'),
    }),
  ]);
  record([postgres, meilisearch].map(({ pid, startedAt }) => ({ pid, startedAt })));
  return {
    postgres,
    meilisearch: { ...meilisearch, key },
    folder,
    async stop() {
      await Promise.all([stopPostgres(postgres), stopMeilisearch(meilisearch)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed hard leaves its engines behind: the next one ends them. */
async function clearAbandoned(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('tiwizi-engines-'))) {
    const folder = join(parent, name);
    try {
      const file = join(folder, ownerFile);
      if (!existsSync(file)) continue;
      const { owner, engines }: Owner = JSON.parse(readFileSync(file, 'utf8'));
      if (isAlive(owner)) continue;
      await Promise.all(engines.filter(isAlive).map((engine) => stop(engine, 'SIGINT')));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's, or being cleared by another run at this moment.
    }
  }
}

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../build/projects.ts';
import { canReach, openFolder, postgresAccount, type Account } from '../engines/account.ts';
import { meilisearchVersion } from '../engines/meilisearch.ts';
import { postgresMajor } from '../engines/postgres.ts';

export interface Secrets {
  /** Names this installation, also where its data lies outside the checkout. */
  id: string;
  appSecret: string;
  meiliKey: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
}

export interface DataFolder {
  folder: string;
  logs: string;
  media: string;
  meilisearch: string;
  postgres: string;
  account: Account | undefined;
  secrets: Secrets;
}

/** Everything the embedded engines write, and the secrets made once for this installation. */
export function openDataFolder(given = process.env.TIWIZI_DATA || '.tiwizi'): DataFolder {
  const folder = resolve(root, given);
  const logs = join(folder, 'logs');
  const media = join(folder, 'media');
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  // Others may pass through (PostgreSQL's account must), not look around; each thing inside guards itself.
  if (isNew) chmodSync(folder, 0o711);
  for (const path of [logs, media]) mkdirSync(path, { recursive: true });
  const secrets = readSecrets(join(folder, 'secrets.json'));
  const account = clusterAccount(join(folder, `postgres-${postgresMajor}`));
  return {
    folder,
    logs,
    media,
    account,
    secrets,
    meilisearch: join(folder, `meilisearch-${meilisearchVersion}`),
    postgres: postgresFolder(folder, account, secrets.id),
  };
}

/** A cluster belongs to whoever made it: root opens an ordinary user's in that user's name. */
function clusterAccount(folder: string): Account | undefined {
  const account = postgresAccount();
  if (!account || !existsSync(folder)) return account;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? account : { uid, gid };
}

function postgresFolder(folder: string, account: Account | undefined, id: string): string {
  const name = `postgres-${postgresMajor}`;
  const inside = join(folder, name);
  if (!account || canReach(inside, account)) return inside;
  return join(openFolder('lasting', account), `${name}-${id}`);
}

function readSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const random = (bytes = 24) => randomBytes(bytes).toString('base64url');
  const secrets: Secrets = {
    id: randomBytes(6).toString('hex'),
    appSecret: random(32),
    meiliKey: random(),
    stripeSecretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    stripeWebhookSecret: `whsec_${random(32)}`,
  };
  writeWhole(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** A reader sees the old file or the new one, never half of it. */
export function writeWhole(file: string, content: string): void {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}

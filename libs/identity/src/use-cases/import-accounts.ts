import { Injectable } from '@nestjs/common';
import type { Role } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import { Account } from '../domain/account.js';
import { CooperativeGrant, type CooperativeRole, type GrantedCooperative } from '../domain/cooperative-grant.js';
import { Credential } from '../domain/credential.js';
import { parseIdentifier } from '../domain/identifier.js';
import { Passwords } from '../proofs/passwords.js';

export interface ImportedAccount {
  id: string;
  name: string;
  email?: string | null;
  phone?: string | null;
  password: string;
  locale: Locale;
  roles: Role[];
  cooperatives: (GrantedCooperative & { role: CooperativeRole })[];
}

const rowsPerStatement = 1000;

/** Accounts that are known to be right (the demonstration's, a migration's). Those already here are left as they are. */
@Injectable()
export class ImportAccounts {
  constructor(private readonly passwords: Passwords) {}

  async execute(tx: EntityManager, imported: readonly ImportedAccount[]): Promise<void> {
    const rows: { id: string }[] = await tx.query('select id from identity.account where id = any($1::uuid[])', [
      imported.map(({ id }) => id),
    ]);
    const present = new Set(rows.map(({ id }) => id));
    const missing = imported.filter(({ id }) => !present.has(id));
    if (!missing.length) return;
    const hashes = await this.hashes(missing);
    await inSteps(missing.map(accountOf), (list) => tx.insert(Account, list));
    const credentials = missing.map(({ id, password }) => Credential.of(id, hashes.get(password) ?? ''));
    await inSteps(credentials, (list) => tx.insert(Credential, list));
    const grants = missing.flatMap(({ id, cooperatives }) =>
      cooperatives.map((cooperative) => CooperativeGrant.of(id, cooperative, cooperative.role)),
    );
    await inSteps(grants, (list) => tx.insert(CooperativeGrant, list));
  }

  /** A demonstration gives thousands of accounts one password that is printed anyway: it is hashed once. */
  private async hashes(accounts: readonly ImportedAccount[]): Promise<Map<string, string>> {
    const distinct = [...new Set(accounts.map(({ password }) => password))];
    return new Map(await Promise.all(distinct.map(async (word) => [word, await this.passwords.hash(word)] as const)));
  }
}

function accountOf({ id, name, email, phone, locale, roles, cooperatives }: ImportedAccount): Account {
  const account = Account.open({
    id,
    name,
    email: email ? parseIdentifier(email).value : null,
    phone: phone ? parseIdentifier(phone).value : null,
    locale,
  });
  account.receive(roles);
  if (cooperatives.length) account.receive(['seller']);
  return account;
}

async function inSteps<T>(list: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < list.length; start += rowsPerStatement) {
    await insert(list.slice(start, start + rowsPerStatement));
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tiwizi/persistence';
import { ContactsQuery, type Contact } from './use-cases/contacts.query.js';
import { GrantCooperative, type WantedGrant } from './use-cases/grant-cooperative.js';
import { ImportAccounts, type ImportedAccount } from './use-cases/import-accounts.js';

/** What other contexts may ask: who acts for a cooperative, how to reach a person, and to let one in. */
@Injectable()
export class IdentityApi {
  constructor(
    private readonly contacts: ContactsQuery,
    private readonly grantCooperative: GrantCooperative,
    private readonly imports: ImportAccounts,
  ) {}

  accountsOf(cooperativeId: string): Promise<Contact[]> {
    return this.contacts.ofCooperative(cooperativeId);
  }

  /** The same for many cooperatives at once, in the caller's transaction; those that have nobody are not named. */
  accountsOfAll(tx: EntityManager, cooperativeIds: readonly string[]): Promise<Map<string, Contact[]>> {
    return this.contacts.ofCooperatives(tx, cooperativeIds);
  }

  account(accountId: string): Promise<Contact | null> {
    return this.contacts.ofAccount(accountId);
  }

  grant(tx: EntityManager, wanted: WantedGrant): Promise<void> {
    return this.grantCooperative.execute(tx, wanted);
  }

  importAccounts(tx: EntityManager, accounts: readonly ImportedAccount[]): Promise<void> {
    return this.imports.execute(tx, accounts);
  }
}

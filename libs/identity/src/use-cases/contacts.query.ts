import { Injectable } from '@nestjs/common';
import type { Locale } from '@tiwizi/i18n';
import { Database, type EntityManager } from '@tiwizi/persistence';
import type { CooperativeRole } from '../domain/cooperative-grant.js';

export interface Contact {
  accountId: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: Locale;
  /** What they may do for the cooperative asked about; null when none was. */
  role: CooperativeRole | null;
}

const ofCooperative = {
  name: 'identity/contacts-of-cooperative',
  text: `
    select a.id as "accountId", a.name, a.email, a.phone, a.locale, g.role
    from identity.cooperative_grant g join identity.account a on a.id = g.account_id
    where g.cooperative_id = $1 order by g.granted_at, a.id`,
};
const ofCooperatives = `
  select g.cooperative_id as "cooperativeId", a.id as "accountId", a.name, a.email, a.phone, a.locale, g.role
  from identity.cooperative_grant g join identity.account a on a.id = g.account_id
  where g.cooperative_id = any ($1::uuid[]) order by g.granted_at, a.id`;
const ofAccount = {
  name: 'identity/contact-of-account',
  text: `
    select id as "accountId", name, email, phone, locale, null::text as role
    from identity.account where id = $1`,
};

@Injectable()
export class ContactsQuery {
  constructor(private readonly database: Database) {}

  ofCooperative(cooperativeId: string): Promise<Contact[]> {
    return this.database.named<Contact>(ofCooperative, [cooperativeId]);
  }

  /** Those that have nobody are not named. */
  async ofCooperatives(tx: EntityManager, cooperativeIds: readonly string[]): Promise<Map<string, Contact[]>> {
    const rows: (Contact & { cooperativeId: string })[] = await tx.query(ofCooperatives, [cooperativeIds]);
    const people = new Map<string, Contact[]>();
    for (const { cooperativeId, ...contact } of rows) {
      people.set(cooperativeId, [...(people.get(cooperativeId) ?? []), contact]);
    }
    return people;
  }

  async ofAccount(accountId: string): Promise<Contact | null> {
    const [contact] = await this.database.named<Contact>(ofAccount, [accountId]);
    return contact ?? null;
  }
}

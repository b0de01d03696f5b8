import type { Role } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Identifier } from './identifier.js';

/** A person. It exists only once an address of theirs has been proven. */
@Entity({ schema: 'identity', name: 'account' })
export class Account {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text') locale!: Locale;
  @Column('text', { array: true }) roles!: Role[];

  static open(owner: {
    id?: string;
    name: string;
    email?: string | null;
    phone?: string | null;
    locale: Locale;
  }): Account {
    const account = new Account();
    account.id = owner.id ?? newId();
    account.name = owner.name;
    account.email = owner.email ?? null;
    account.phone = owner.phone ?? null;
    account.locale = owner.locale;
    account.roles = ['buyer'];
    return account;
  }

  static provenBy({ kind, value }: Identifier, owner: { name: string; locale: Locale }): Account {
    return Account.open({ ...owner, [kind]: value });
  }

  receive(roles: readonly Role[]): void {
    this.roles = [...new Set([...this.roles, ...roles])];
  }
}

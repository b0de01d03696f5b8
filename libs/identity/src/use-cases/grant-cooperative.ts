import { Injectable } from '@nestjs/common';
import { AuditJournal, type EntityManager } from '@tiwizi/persistence';
import { CooperativeGrant, type CooperativeRole, type GrantedCooperative } from '../domain/cooperative-grant.js';

export interface WantedGrant {
  accountId: string;
  cooperative: GrantedCooperative;
  role: CooperativeRole;
  /** Who grants it: an account's id, or `system`. */
  actor?: string;
}

/** Makes a person a seller of a cooperative. Granted again, it changes the role and the name to the ones given. */
@Injectable()
export class GrantCooperative {
  constructor(private readonly journal: AuditJournal) {}

  async execute(tx: EntityManager, { accountId, cooperative, role, actor = 'system' }: WantedGrant): Promise<void> {
    await tx.upsert(CooperativeGrant, CooperativeGrant.of(accountId, cooperative, role), [
      'accountId',
      'cooperativeId',
    ]);
    await tx.query(
      `update identity.account set roles = array_append(roles, 'seller') where id = $1 and not 'seller' = any (roles)`,
      [accountId],
    );
    await this.journal.record(tx, {
      action: 'identity.cooperative-granted',
      subject: `account:${accountId}`,
      actor,
      details: { cooperativeId: cooperative.id, role },
    });
  }
}

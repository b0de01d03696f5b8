import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CooperativeRole = 'president' | 'treasurer' | 'catalogue';

export interface GrantedCooperative {
  id: string;
  slug: string;
  name: string;
}

/** What a person may do for a cooperative. */
@Entity({ schema: 'identity', name: 'cooperative_grant' })
export class CooperativeGrant {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('uuid') cooperativeId!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') role!: CooperativeRole;

  static of(accountId: string, cooperative: GrantedCooperative, role: CooperativeRole): CooperativeGrant {
    return Object.assign(new CooperativeGrant(), {
      accountId,
      cooperativeId: cooperative.id,
      slug: cooperative.slug,
      name: cooperative.name,
      role,
    });
  }
}

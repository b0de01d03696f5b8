import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'identity', name: 'credential' })
export class Credential {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') passwordHash!: string;

  static of(accountId: string, passwordHash: string): Credential {
    return Object.assign(new Credential(), { accountId, passwordHash });
  }
}

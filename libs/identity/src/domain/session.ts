import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { tokenHash } from './secrets.js';

export const idleDays = 30;

/** A signed-in browser. Its token is known to that browser alone; we keep a hash of it. */
@Entity({ schema: 'identity', name: 'session' })
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('uuid') accountId!: string;
  @Column('timestamptz') expiresAt!: Date;

  static open(accountId: string, token: string, now = new Date()): Session {
    return Object.assign(new Session(), {
      id: newId(),
      tokenHash: tokenHash(token),
      accountId,
      expiresAt: new Date(now.getTime() + idleDays * 86_400_000),
    });
  }
}

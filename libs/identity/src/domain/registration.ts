import type { Locale } from '@tiwizi/i18n';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An account asked for and not proven yet. Anyone may ask in another's name, so what they chose counts only as far
 * as the proof carries: the address makes the account, and the password is taken only when the code comes from the
 * network the password came from.
 */
@Entity({ schema: 'identity', name: 'registration' })
export class Registration {
  @PrimaryColumn('text') identifier!: string;
  @Column('text') name!: string;
  @Column('text') locale!: Locale;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('bytea') networkHash!: Buffer;
  @Column('timestamptz') expiresAt!: Date;

  passwordFrom(networkHash: Buffer): string | null {
    return this.networkHash.equals(networkHash) ? this.passwordHash : null;
  }
}

import type { ListingDraft, LocaleCode } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A draft as it was sent to the moderators. It never changes: a later thought is another change set. */
@Entity({ schema: 'catalog', name: 'change_set' })
export class ChangeSet {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') productId!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('int') version!: number;
  @Column('jsonb') content!: ListingDraft;
  /** The draft's revision it was made of. */
  @Column('int') revision!: number;
  @Column('timestamptz') submittedAt!: Date;
  @Column('uuid') submittedBy!: string;
  @Column('text') sellerLocale!: LocaleCode;

  static of(
    listing: { id: string; cooperativeId: string; lastVersion: number; draft: ListingDraft; revision: number },
    submittedBy: string,
    sellerLocale: LocaleCode,
  ): ChangeSet {
    return Object.assign(new ChangeSet(), {
      id: newId(),
      productId: listing.id,
      cooperativeId: listing.cooperativeId,
      version: listing.lastVersion,
      content: listing.draft,
      revision: listing.revision,
      submittedAt: new Date(),
      submittedBy,
      sellerLocale,
    } satisfies ChangeSet);
  }
}

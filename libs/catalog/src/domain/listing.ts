import type { Listing as ListingView, ListingDraft, ListingStatus } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { applyChanges } from './draft-changes.js';
import { EditedElsewhere } from './listing-errors.js';
import { ChangeSet } from './change-set.js';
import { contentOf } from './submission.js';

export type Decision = NonNullable<ListingView['decision']>;

/** What a cooperative writes about a product. Buyers see accepted versions only, whatever happens here. */
@Entity({ schema: 'catalog', name: 'listing' })
export class Listing {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('text') status!: ListingStatus;
  @Column('jsonb') draft!: ListingDraft;
  @Column('int') revision!: number;
  @Column('int') lastVersion!: number;
  @Column('int', { nullable: true }) pendingVersion!: number | null;
  @Column('jsonb', { nullable: true }) decision!: Decision | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;

  static start(cooperativeId: string, draft: ListingDraft): Listing {
    const now = new Date();
    return Object.assign(new Listing(), {
      id: newId(),
      cooperativeId,
      status: 'draft' as const,
      draft: applyChanges({}, draft, new Set()),
      revision: 1,
      lastVersion: 0,
      pendingVersion: null,
      decision: null,
      createdAt: now,
      updatedAt: now,
      removedAt: null,
    });
  }

  /** `seenRevision`: what the writer had before her; somebody may have written since. */
  edit(changes: ListingDraft, liveVariantIds: ReadonlySet<string>, seenRevision?: number): void {
    if (seenRevision !== undefined && seenRevision !== this.revision) throw new EditedElsewhere(this.revision);
    this.draft = applyChanges(this.draft, changes, liveVariantIds);
    // What a moderator asked for stays asked until it is handed in again.
    if (this.status !== 'to-correct' && this.status !== 'refused') this.status = 'draft';
    this.touch();
  }

  submit(submittedBy: string, sellerLocale: ChangeSet['sellerLocale']): ChangeSet {
    this.draft = contentOf(this.draft);
    this.lastVersion += 1;
    this.pendingVersion = this.lastVersion;
    this.status = 'pending';
    this.decision = null;
    this.updatedAt = new Date();
    return ChangeSet.of(this, submittedBy, sellerLocale);
  }

  /** False when the decision is about papers that no longer count: a newer submission waits, or it was withdrawn. */
  decide(changeSet: ChangeSet, decision: Decision): boolean {
    if (this.pendingVersion !== changeSet.version || this.removedAt) return false;
    const goesOn = this.revision > changeSet.revision;
    if (decision.kind === 'approve') this.status = goesOn ? 'draft' : 'online';
    else this.status = decision.kind === 'reject' ? 'refused' : 'to-correct';
    this.decision = decision;
    this.pendingVersion = null;
    this.updatedAt = new Date();
    return true;
  }

  /** A product that was on show stays in the cooperative's list, hidden; a draft nobody saw vanishes. */
  withdraw(wasPublished: boolean): void {
    this.pendingVersion = null;
    if (wasPublished) this.status = 'hidden';
    else this.removedAt = new Date();
    this.updatedAt = new Date();
  }

  /** Before the first publication the stock is a line of the draft like any other. */
  countDraftStock(variantId: string, onHand: number): boolean {
    const variants = this.draft.variants ?? [];
    if (!variants.some(({ id }) => id === variantId)) return false;
    this.draft = {
      ...this.draft,
      variants: variants.map((variant) => (variant.id === variantId ? { ...variant, stock: onHand } : variant)),
    };
    this.touch();
    return true;
  }

  private touch(): void {
    this.revision += 1;
    this.updatedAt = new Date();
  }
}

import type { ListingDraft, LocaleCode, Picture, Translations } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Decision, type Moderator, type WantedDecision } from './decision.js';
import { ClaimedByOther, OwnCooperative, VersionChanged } from './moderation-errors.js';
import type { Signal } from './signals.js';

export type CaseStatus = 'open' | 'decided' | 'superseded';

export interface LiveSide {
  version: number;
  content: ListingDraft;
  pictures: Picture[];
}

export interface SubmittedChange {
  changeSetId: string;
  productId: string;
  cooperativeId: string;
  version: number;
  live: LiveSide | null;
  title: Translations;
  signals: Signal[];
  submittedAt: Date;
  sellerLocale: LocaleCode;
}

const claimMinutes = 15;

/** One submitted version of a listing before a moderator: open, then decided or overtaken by a newer one. */
@Entity({ schema: 'moderation', name: 'moderation_case' })
export class ModerationCase {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') changeSetId!: string;
  @Column('uuid') productId!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('int') version!: number;
  @Column('jsonb', { nullable: true }) live!: LiveSide | null;
  @Column('jsonb') title!: Translations;
  @Column('jsonb') signals!: Signal[];
  @Column('timestamptz') submittedAt!: Date;
  @Column('text') sellerLocale!: LocaleCode;
  @Column('text') status!: CaseStatus;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @Column('text', { nullable: true }) claimedByName!: string | null;
  @Column('timestamptz', { nullable: true }) claimedUntil!: Date | null;

  /** `isOvertaken`: its event came after the one of a newer version. */
  static open(change: SubmittedChange, isOvertaken: boolean): ModerationCase {
    return Object.assign(new ModerationCase(), {
      ...change,
      id: newId(),
      status: isOvertaken ? 'superseded' : 'open',
      closedAt: isOvertaken ? new Date() : null,
      claimedBy: null,
      claimedByName: null,
      claimedUntil: null,
    });
  }

  /** For fifteen minutes; the one who holds it may take it again. */
  claim(moderator: Moderator, reader: Locale, now = new Date()): void {
    this.assertOpenTo(moderator, reader, now);
    this.claimedBy = moderator.accountId;
    this.claimedByName = moderator.name;
    this.claimedUntil = new Date(now.getTime() + claimMinutes * 60_000);
  }

  decide(wanted: WantedDecision, moderator: Moderator, reader: Locale, now = new Date()): Decision {
    this.assertOpenTo(moderator, reader, now);
    if (wanted.version !== this.version) throw new VersionChanged();
    this.status = 'decided';
    this.closedAt = now;
    return Decision.of(this.id, wanted, moderator, now);
  }

  supersede(now = new Date()): void {
    if (this.status !== 'open') return;
    this.status = 'superseded';
    this.closedAt = now;
  }

  private assertOpenTo(moderator: Moderator, reader: Locale, now: Date): void {
    if (this.status !== 'open') throw new VersionChanged();
    if (moderator.cooperatives.some(({ id }) => id === this.cooperativeId)) throw new OwnCooperative();
    const isHeldByOther = this.claimedBy !== null && this.claimedBy !== moderator.accountId;
    if (isHeldByOther && this.claimedUntil && this.claimedUntil > now) {
      throw new ClaimedByOther(this.claimedByName ?? '', this.claimedUntil, reader);
    }
  }
}

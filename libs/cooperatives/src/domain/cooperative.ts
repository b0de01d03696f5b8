import type { Translations } from '@tiwizi/contracts';
import { InvalidInput, type FieldError } from '@tiwizi/errors';
import type { Locale } from '@tiwizi/i18n';
import { normalizePhone } from '@tiwizi/text';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { checkCounts, type CheckedApplication } from './application.js';
import { cleanTranslations } from './clean-translations.js';
import { ReasonRequired, VerificationMovedOn } from './cooperative-errors.js';

export type Verification = 'documents-missing' | 'submitted' | 'verified' | 'refused' | 'suspended';
export type Decision = 'verify' | 'refuse' | 'suspend';

/** What each decision leads to, and from where it may be taken. */
const decisions: Record<Decision, { from: readonly Verification[]; to: Verification }> = {
  verify: { from: ['documents-missing', 'submitted', 'refused', 'suspended'], to: 'verified' },
  refuse: { from: ['documents-missing', 'submitted'], to: 'refused' },
  suspend: { from: ['verified'], to: 'suspended' },
};

/** Level 1: the phone is known. Level 2: register extract, ICE and mandate were checked, so it may publish. */
const levelOf = { applied: 1, mayPublish: 2 } as const;

export interface ProfileChange {
  story?: Translations | undefined;
  phone?: string | undefined;
  memberCount?: number | undefined;
  womenCount?: number | undefined;
}

@Entity({ schema: 'cooperatives', name: 'cooperative' })
export class Cooperative {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('jsonb') name!: Translations;
  @Column('jsonb') story!: Translations;
  @Column('jsonb') activity!: Translations;
  @Column('jsonb') place!: Translations;
  @Column('text') provinceId!: string;
  @Column('text') regionId!: string;
  @Column('text') court!: string;
  @Column('text') courtKey!: string;
  @Column('int') localRegisterNumber!: number;
  @Column('text', { nullable: true }) ice!: string | null;
  @Column('text', { nullable: true }) rib!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('int', { nullable: true }) memberCount!: number | null;
  @Column('int', { nullable: true }) womenCount!: number | null;
  @Column('text') verification!: Verification;
  @Column('smallint') verificationLevel!: number;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  @Column('text', { nullable: true }) presidentName!: string | null;
  @Column('text') locale!: Locale;
  @Column('timestamptz') appliedAt!: Date;
  @Column('timestamptz') changedAt!: Date;

  static submit(
    application: CheckedApplication,
    place: { id: string; slug: string; regionId: string },
    applicant: { name: string; locale: Locale },
    now: Date,
  ): Cooperative {
    return Object.assign(new Cooperative(), application, place, {
      activity: {},
      verification: 'submitted' as const,
      verificationLevel: levelOf.applied,
      refusalReason: null,
      presidentName: applicant.name,
      locale: applicant.locale,
      appliedAt: now,
      changedAt: now,
    });
  }

  /** A refused cooperative corrects its papers and asks again; address and people stay. */
  applyAgain(application: CheckedApplication, regionId: string, now: Date): void {
    if (this.verification !== 'refused') throw new VerificationMovedOn(this.verification, 'apply');
    Object.assign(this, application, { regionId, verification: 'submitted', refusalReason: null, appliedAt: now });
    this.changedAt = now;
  }

  /** A refusal and a suspension say why: the cooperative reads it. */
  decide(decision: Decision, reason: string | null, now: Date): void {
    const { from, to } = decisions[decision];
    if (!from.includes(this.verification)) throw new VerificationMovedOn(this.verification, decision);
    if (decision !== 'verify' && !reason) throw new ReasonRequired();
    this.verification = to;
    this.refusalReason = decision === 'verify' ? null : reason;
    if (decision === 'verify') this.verificationLevel = Math.max(this.verificationLevel, levelOf.mayPublish);
    this.changedAt = now;
  }

  edit(change: ProfileChange, now: Date): void {
    const errors: FieldError[] = [];
    if (change.story) {
      this.story = cleanTranslations(change.story, { path: 'story', longest: 5_000, hasLines: true }, errors);
    }
    if (change.phone !== undefined) {
      const phone = normalizePhone(change.phone);
      if (phone) this.phone = phone;
      else errors.push({ path: 'phone', code: 'cooperatives/invalid-phone' });
    }
    this.memberCount = change.memberCount ?? this.memberCount;
    this.womenCount = change.womenCount ?? this.womenCount;
    checkCounts(this, errors);
    if (errors.length) throw new InvalidInput(errors);
    this.changedAt = now;
  }
}

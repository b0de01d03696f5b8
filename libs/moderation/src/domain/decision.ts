import { InvalidInput, type FieldError } from '@tiwizi/errors';
import type { listingFields, moderationReasons } from '@tiwizi/contracts';
import { newId } from '@tiwizi/persistence';
import { cleanText } from '@tiwizi/text';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DecisionKind = 'approve' | 'request-change' | 'reject';
export type Reason = (typeof moderationReasons)[number];
export type ListingField = (typeof listingFields)[number];

export interface WantedDecision {
  kind: DecisionKind;
  version: number;
  reasons?: Reason[] | undefined;
  field?: ListingField | undefined;
  message?: string | undefined;
}

export interface Moderator {
  accountId: string;
  name: string;
  cooperatives: readonly { id: string }[];
}

/** What was decided, by whom: never changed afterwards. */
@Entity({ schema: 'moderation', name: 'decision' })
export class Decision {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') kind!: DecisionKind;
  @Column('text', { array: true }) reasons!: Reason[];
  @Column('text', { nullable: true }) field!: ListingField | null;
  @Column('text', { nullable: true }) message!: string | null;
  @Column('int') version!: number;
  @Column('uuid') decidedBy!: string;
  @Column('text') decidedByName!: string;
  @Column('timestamptz') decidedAt!: Date;

  /** An approval needs no reason and keeps none. */
  static of(caseId: string, wanted: WantedDecision, moderator: Moderator, at: Date): Decision {
    const isApproval = wanted.kind === 'approve';
    return Object.assign(new Decision(), {
      id: newId(),
      caseId,
      kind: wanted.kind,
      reasons: isApproval ? [] : [...new Set(wanted.reasons)],
      field: isApproval ? null : (wanted.field ?? null),
      message: wanted.message || null,
      version: wanted.version,
      decidedBy: moderator.accountId,
      decidedByName: moderator.name,
      decidedAt: at,
    });
  }

  /** The same person asking for the same again, because the answer was lost on its way. */
  repeats(wanted: WantedDecision, moderator: Moderator): boolean {
    return this.decidedBy === moderator.accountId && this.kind === wanted.kind && this.version === wanted.version;
  }
}

/** Whoever is refused must learn why and where, and what to do: a reason, the field, for "other" a message. */
export function checkedDecision(wanted: WantedDecision): WantedDecision {
  const message = cleanText(wanted.message ?? '');
  const faults: FieldError[] = message.ok ? [] : [{ path: 'message', code: message.code }];
  if (wanted.kind !== 'approve') {
    if (!wanted.reasons?.length) faults.push({ path: 'reasons', code: 'moderation/reason-required' });
    if (!wanted.field) faults.push({ path: 'field', code: 'moderation/field-required' });
    if (wanted.reasons?.includes('other') && message.ok && !message.value) {
      faults.push({ path: 'message', code: 'moderation/message-required' });
    }
  }
  if (faults.length) throw new InvalidInput(faults);
  return { ...wanted, message: message.ok ? message.value : undefined };
}

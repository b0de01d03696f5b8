import { DomainError, type ProblemParams } from '@tiwizi/errors';
import { formatDate, type Locale } from '@tiwizi/i18n';

export class CaseNotFound extends DomainError {
  readonly code = 'moderation/case-not-found';
  readonly kind = 'not-found';
}

/** Two moderators at once: the second learns who was first, and when. */
export class AlreadyDecided extends DomainError {
  readonly code = 'moderation/already-decided';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(by: string, at: Date, reader: Locale) {
    super(`decided by ${by} at ${at.toISOString()}`);
    this.params = { name: by, at: at.toISOString(), atText: formatDate(at, reader, { time: true }) };
  }
}

export class ClaimedByOther extends DomainError {
  readonly code = 'moderation/claimed-by-other';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(by: string, until: Date, reader: Locale) {
    super(`claimed by ${by} until ${until.toISOString()}`);
    this.params = { name: by, until: until.toISOString(), untilText: formatDate(until, reader, { time: true }) };
  }
}

/** A newer version waits, or another one was read than the one that waits. */
export class VersionChanged extends DomainError {
  readonly code = 'moderation/version-changed';
  readonly kind = 'conflict';
}

export class OwnCooperative extends DomainError {
  readonly code = 'moderation/own-cooperative';
  readonly kind = 'forbidden';
}

import { DomainError, InvalidInput } from '@tiwizi/errors';

export class CooperativeNotFound extends DomainError {
  readonly code = 'cooperatives/not-found';
  readonly kind = 'not-found';
}

/** One register entry, or one ICE, has one shop. */
export class AlreadyApplied extends DomainError {
  readonly code = 'cooperatives/already-applied';
  readonly kind = 'conflict';
}

export class VerificationMovedOn extends DomainError {
  readonly code = 'invalid_transition';
  readonly kind = 'conflict';
  constructor(from: string, decision: string) {
    super(`a cooperative that is ${from} cannot be decided by ${decision}`);
  }
}

export class ReasonRequired extends InvalidInput {
  override readonly code = 'cooperatives/reason-required';
  constructor() {
    super([{ path: 'reason', code: 'cooperatives/reason-required' }]);
  }
}

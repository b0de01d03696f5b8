import { DomainError, type ProblemParams } from '@tiwizi/errors';

export class NotFound extends DomainError {
  readonly code = 'not_found';
  readonly kind = 'not-found';
}

export class Unauthenticated extends DomainError {
  readonly code = 'unauthenticated';
  readonly kind = 'unauthenticated';
}

export class Forbidden extends DomainError {
  readonly code = 'forbidden';
  readonly kind = 'forbidden';
}

export class CrossSiteRequest extends DomainError {
  readonly code = 'cross_site_request';
  readonly kind = 'forbidden';
}

export class TooManyRequests extends DomainError {
  readonly code = 'too_many_requests';
  readonly kind = 'too-many-requests';
  override readonly retryable = true;
  override readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many requests; again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A field outside the contract: refused before anything else is looked at. */
export class UnknownProperty extends DomainError {
  readonly code = 'unknown_property';
  readonly kind = 'invalid';
  override readonly errors;
  override readonly params: ProblemParams;

  constructor(paths: string[]) {
    super(`unknown properties: ${paths.join(', ')}`);
    this.errors = paths.map((path) => ({ path, code: 'unknown_property' }));
    this.params = { property: paths[0] ?? '' };
  }
}

export class IdempotencyKeyRequired extends DomainError {
  readonly code = 'idempotency_key_required';
  readonly kind = 'invalid';
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency_key_reused';
  readonly kind = 'unprocessable';
}

export class RequestInProgress extends DomainError {
  readonly code = 'request_in_progress';
  readonly kind = 'conflict';
  override readonly retryable = true;
  override readonly retryAfterSeconds = 1;
}

export class BodyTooLarge extends DomainError {
  readonly code = 'body_too_large';
  readonly kind = 'too-large';
}

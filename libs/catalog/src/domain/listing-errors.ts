import { DomainError, type ProblemParams } from '@tiwizi/errors';

export class ListingNotFound extends DomainError {
  readonly code = 'catalog/listing-not-found';
  readonly kind = 'not-found';
}

/** A photograph that is not this cooperative's does not exist for it. */
export class ImageNotFound extends DomainError {
  readonly code = 'media/not-found';
  readonly kind = 'not-found';
}

export class EditedElsewhere extends DomainError {
  readonly code = 'catalog/edited-elsewhere';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(revision: number) {
    super(`the draft is at revision ${revision} by now`);
    this.params = { revision };
  }
}

export class NothingToSubmit extends DomainError {
  readonly code = 'catalog/nothing-to-submit';
  readonly kind = 'conflict';
}

export class CooperativeNotSelling extends DomainError {
  readonly code = 'cooperatives/not-selling';
  readonly kind = 'conflict';
}

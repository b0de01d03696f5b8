import { DomainError } from '@tiwizi/errors';

export class SynonymsNotFound extends DomainError {
  readonly code = 'search/synonyms-not-found';
  readonly kind = 'not-found';
}

export class SynonymsChangedElsewhere extends DomainError {
  readonly code = 'search/synonyms-changed-elsewhere';
  readonly kind = 'conflict';
}

/** Two spellings of one word are one word: a group needs two that differ. */
export class SynonymsTooAlike extends DomainError {
  readonly code = 'search/synonyms-too-alike';
  readonly kind = 'invalid';
}

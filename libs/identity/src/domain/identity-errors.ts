import { DomainError } from '@tiwizi/errors';

/** The same for an unknown address and a wrong password. */
export class WrongCredentials extends DomainError {
  readonly code = 'identity/wrong-credentials';
  readonly kind = 'unauthenticated';
}

export class WrongCode extends DomainError {
  readonly code = 'identity/wrong-code';
  readonly kind = 'unauthenticated';
}

/** Too old, used, tried too often, or never sent: which of these is nobody's business. */
export class CodeExpired extends DomainError {
  readonly code = 'identity/code-expired';
  readonly kind = 'unauthenticated';
}

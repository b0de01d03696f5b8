import { DomainError, type ProblemParams } from '@tiwizi/errors';

/** One neutral answer for an order that does not exist and one that is not yours. */
export class OrderNotFound extends DomainError {
  readonly code = 'orders/not-found';
  readonly kind = 'not-found';
}

export class InvalidTransition extends DomainError {
  readonly code = 'invalid_transition';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(what: 'order' | 'sub-order', from: string, to: string) {
    super(`a ${what} that is ${from} cannot become ${to}`);
    this.params = { from, to };
  }
}

export class OrderNotCancelable extends DomainError {
  readonly code = 'orders/not-cancelable';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(status: string) {
    super(`an order that is ${status} cannot be canceled`);
    this.params = { status };
  }
}

export class WrongCode extends DomainError {
  readonly code = 'orders/wrong-code';
  readonly kind = 'invalid';
}

export class CodeExpired extends DomainError {
  readonly code = 'orders/code-expired';
  readonly kind = 'conflict';
}

/** The last one may still be on its way. */
export class CodeTooSoon extends DomainError {
  readonly code = 'orders/code-too-soon';
  readonly kind = 'too-many-requests';
  override readonly retryable = true;
  override readonly retryAfterSeconds: number;
  override readonly params: ProblemParams;

  constructor(seconds: number) {
    super(`another code in ${seconds} s`);
    this.retryAfterSeconds = seconds;
    this.params = { seconds };
  }
}

export class TooManyCodes extends DomainError {
  readonly code = 'orders/too-many-codes';
  readonly kind = 'too-many-requests';
}

export class CashLimitExceeded extends DomainError {
  readonly code = 'orders/cod-limit-exceeded';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(limitAmount: number, currency: string) {
    super(`cash on delivery ends at ${limitAmount} ${currency}`);
    this.params = { limitAmount, currency };
  }
}

export class TooManyCashOrders extends DomainError {
  readonly code = 'orders/cod-too-many-open';
  readonly kind = 'conflict';
}

export class CashRefusedBefore extends DomainError {
  readonly code = 'orders/cod-refused-before';
  readonly kind = 'conflict';
}

/** Our own sums disagree: nothing is sold on such terms, and somebody is woken. */
export class OrderAssertion extends Error {
  override readonly name = 'OrderAssertion';
}

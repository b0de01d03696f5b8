import { DomainError, type ProblemParams } from '@tiwizi/errors';

export class OrderNotFound extends DomainError {
  readonly code = 'orders/not-found';
  readonly kind = 'not-found';
}

export class NotPayable extends DomainError {
  readonly code = 'payments/not-payable';
  readonly kind = 'conflict';
}

/** The card provider gives no answer now; the order and its goods wait. */
export class PaymentUnavailable extends DomainError {
  readonly code = 'payment_unavailable';
  readonly kind = 'unavailable';
  override readonly retryable = true;
  override readonly retryAfterSeconds = 30;
}

export class InvalidSignature extends DomainError {
  readonly code = 'payments/invalid-signature';
  readonly kind = 'invalid';
}

export class AmountDiffers extends DomainError {
  readonly code = 'payments/amount-differs';
  readonly kind = 'conflict';
}

/** One line of the bank's statement pays one order. */
export class ReceiptTaken extends DomainError {
  readonly code = 'payments/receipt-taken';
  readonly kind = 'conflict';
}

/** S1 and S5 know no such arrow. */
export class InvalidTransition extends DomainError {
  readonly code = 'invalid_transition';
  readonly kind = 'conflict';
  override readonly params: ProblemParams;

  constructor(object: string, from: string, to: string) {
    super(`${object} that is ${from} cannot become ${to}`);
    this.params = { from, to };
  }
}

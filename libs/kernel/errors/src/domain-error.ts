import type { ProblemKind } from './problem-kind.js';

export type ProblemParams = Record<string, string | number | boolean | null>;

/** One field the caller has to correct; `path` is dotted, as in `lines.0.quantity`. */
export interface FieldError {
  path: string;
  code: string;
  params?: ProblemParams;
}

export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ProblemKind;
  readonly params: ProblemParams = {};
  /** True when the same request, sent again later, may succeed. */
  readonly retryable: boolean = false;
  readonly errors?: FieldError[];
  readonly retryAfterSeconds?: number;

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Input that breaks its contract, all its faults at once so that a form is corrected in one go. */
export class InvalidInput extends DomainError {
  readonly code: string = 'validation/invalid-input';
  readonly kind: ProblemKind = 'invalid';
  override readonly errors: FieldError[];

  constructor(errors: FieldError[]) {
    super(`invalid input: ${errors.map(({ path, code }) => `${path || '(body)'} ${code}`).join(', ')}`);
    this.errors = errors;
  }
}

/**
 * @tiwizi/errors — the refusals a caller can act on.
 *
 * Owns `DomainError`: thrown (never returned) by the rule that refuses, with a public, stable `code` and a
 * `kind` from which the HTTP status follows. Anything else that is thrown is a bug.
 *
 * Codes are `context/words-with-dashes`; the few that outside callers rely on keep their own spelling
 * (`price_changed`, `out_of_stock`, …). Every code has a sentence in every language: `problemText` in
 * @tiwizi/i18n. `params` carry only what that sentence may show, never a secret.
 */
export { DomainError, InvalidInput, type FieldError, type ProblemParams } from './domain-error.js';
export { problemKinds, statusOf, type ProblemKind } from './problem-kind.js';

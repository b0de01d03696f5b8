import type { Problem } from '@tiwizi/contracts';

/** A refusal of the API: `problem.code` is stable, `problem.detail` is the sentence in the caller's language. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** Seconds, where the API said when to try again. */
    readonly retryAfter: number | null,
  ) {
    super(`${status} ${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

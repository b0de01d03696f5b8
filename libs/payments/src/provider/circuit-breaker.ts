import { ProviderFailure } from './card-provider.js';

const mostFailures = 3;
const pauseMs = 5_000;

/**
 * After three calls in a row that nobody answered, the next ones are refused at once for five seconds, so that buyers
 * are not kept waiting by a provider that is down. Then one call goes through, and its answer closes or opens again.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;

  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.failures >= mostFailures) {
      if (Date.now() < this.openUntil) throw new ProviderFailure('unreachable', 'circuit-open');
      this.openUntil = Date.now() + pauseMs;
    }
    try {
      const result = await call();
      this.failures = 0;
      return result;
    } catch (error) {
      if (error instanceof ProviderFailure && ['unreachable', 'no-answer'].includes(error.outcome)) {
        this.failures += 1;
        this.openUntil = Date.now() + pauseMs;
      } else {
        this.failures = 0;
      }
      throw error;
    }
  }
}

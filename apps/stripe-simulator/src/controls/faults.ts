/** Troubles that a test can order for the next calls of one operation. */
export const behaviours = [
  'http500',
  'http500_after_commit',
  'http429',
  'http409',
  'timeout',
  'drop_after_commit',
] as const;

/**
 * - `http500`: nothing is done; with an idempotency key the 500 is stored and answered again.
 * - `http500_after_commit`: the work is done, but a 500 is answered and stored.
 * - `http429`, `http409`: turned away before anything is done, the key stays free.
 * - `timeout`: nothing is done and nothing is ever answered.
 * - `drop_after_commit`: the work is done, the connection closes without an answer.
 */
export type Behaviour = (typeof behaviours)[number];

export interface Fault {
  /** As the SDK names it, `payment_intents.create`, or `*` for any. */
  operation: string;
  behaviour: Behaviour;
  /** How many calls it strikes; remember that the SDK retries by itself. */
  times: number;
}

export class Faults {
  private ordered: Fault[] = [];

  order(fault: Fault): void {
    this.ordered.push({ ...fault });
  }

  clear(): void {
    this.ordered = [];
  }

  take(operation: string): Behaviour | undefined {
    const fault = this.ordered.find((candidate) => candidate.operation === operation || candidate.operation === '*');
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.ordered = this.ordered.filter((other) => other !== fault);
    return fault.behaviour;
  }
}

/** Nothing is asked of a system that has just failed; after a pause one call tries for all. */
export class Circuit {
  private openUntil = 0;
  private isTrying = false;

  constructor(
    private readonly pauseMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  get isClosed(): boolean {
    return this.openUntil === 0;
  }

  /** Runs the work, or refuses at once while the system is given its pause. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isClosed && (this.isTrying || this.now() < this.openUntil)) throw new CircuitOpen();
    this.isTrying = !this.isClosed;
    try {
      const result = await work();
      this.openUntil = 0;
      return result;
    } catch (error) {
      this.openUntil = this.now() + this.pauseMs;
      throw error;
    } finally {
      this.isTrying = false;
    }
  }
}

export class CircuitOpen extends Error {
  constructor() {
    super('the system failed a moment ago and is not asked again yet');
  }
}

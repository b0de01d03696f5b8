import { Database } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';
import { CardProvider } from '../provider/card-provider.js';

export class Died extends Error {
  constructor(step: string) {
    super(`died ${step}`);
  }
}

const calls = ['create', 'read', 'find', 'capture', 'cancel', 'refund', 'readRefund', 'findRefund'] as const;

/**
 * A process that dies at its n-th step: before or after a call to the provider, before, at the end of, or after a
 * transaction. What it had committed or asked stays; what follows never happens.
 */
export class Mortal {
  private steps = 0;
  private last = Number.POSITIVE_INFINITY;

  constructor(app: TestApp) {
    const provider: object = app.get(CardProvider);
    for (const name of calls) {
      const call: (...args: unknown[]) => Promise<unknown> = Reflect.get(provider, name);
      const mortal = async (...args: unknown[]) => {
        this.step(`before ${name}`);
        const answer = await call.apply(provider, args);
        this.step(`after ${name}`);
        return answer;
      };
      Reflect.set(provider, name, mortal);
    }
    const database = app.get(Database);
    const transaction = database.transaction.bind(database);
    database.transaction = async (work) => {
      this.step('before a transaction');
      const result = await transaction(async (tx) => {
        const done = await work(tx);
        this.step('at the end of a transaction');
        return done;
      });
      this.step('after a commit');
      return result;
    };
  }

  /** True when it died before the work was done. */
  async diesAt(step: number, work: () => Promise<unknown>): Promise<boolean> {
    [this.steps, this.last] = [0, step];
    try {
      await work();
      return false;
    } catch (error) {
      if (error instanceof Died) return true;
      throw error;
    } finally {
      this.last = Number.POSITIVE_INFINITY;
    }
  }

  private step(name: string): void {
    this.steps += 1;
    if (this.steps === this.last) throw new Died(name);
  }
}

import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';

/** After so many tries a product is left alone until it changes again. */
export const mostTries = 20;

interface Failure {
  id: string;
  error: unknown;
}

/** One product that cannot be served holds up no other. */
@Injectable()
export class ChangeTries {
  constructor(
    private readonly database: Database,
    private readonly log: ProcessLog,
  ) {}

  /**
   * The work for all at once; when that fails, for each half, down to those at fault. When every one of several is,
   * it is not theirs: then nothing is counted and the failure passed on.
   */
  async each(
    ids: readonly string[],
    work: (some: readonly string[]) => Promise<void>,
    isAboutOne: (error: unknown) => boolean,
  ): Promise<void> {
    const failed = await this.failing(ids, work, isAboutOne);
    const [first] = failed;
    if (first && failed.length === ids.length && ids.length > 1) throw first.error;
    for (const { id, error } of failed) await this.putBack(id, error);
  }

  private async failing(...[ids, work, isAboutOne]: Parameters<ChangeTries['each']>): Promise<Failure[]> {
    if (!ids.length) return [];
    try {
      await work(ids);
      return [];
    } catch (error) {
      if (!isAboutOne(error)) throw error;
      const [id] = ids;
      if (ids.length === 1 && id) return [{ id, error }];
      const middle = Math.ceil(ids.length / 2);
      return [
        ...(await this.failing(ids.slice(0, middle), work, isAboutOne)),
        ...(await this.failing(ids.slice(middle), work, isAboutOne)),
      ];
    }
  }

  /** A person has looked, or a night has passed: what was left alone is tried once more. */
  async forgive(): Promise<void> {
    await this.database.query('update search.change set tries = 0 where tries > 0');
  }

  private async putBack(productId: string, error: unknown): Promise<void> {
    const [row] = await this.database.query<{ tries: number }>(
      `update search.change set changed_at = clock_timestamp(), tries = tries + 1 where product_id = $1
       returning tries`,
      [productId],
    );
    const isLast = (row?.tries ?? 0) >= mostTries;
    this.log[isLast ? 'error' : 'warn']({ productId, tries: row?.tries, err: error }, 'a product could not be indexed');
  }
}

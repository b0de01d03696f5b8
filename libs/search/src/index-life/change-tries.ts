import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';

/** After so many tries a product is left alone until it changes again. */
export const mostTries = 20;

/** One product that cannot be served holds up no other. */
@Injectable()
export class ChangeTries {
  constructor(
    private readonly database: Database,
    private readonly log: ProcessLog,
  ) {}

  /** The work for all at once; when that fails, for half of them and the other half, down to the one that is at fault. */
  async each(
    ids: readonly string[],
    work: (some: readonly string[]) => Promise<void>,
    isOurs: (error: unknown) => boolean,
  ): Promise<void> {
    if (!ids.length) return;
    try {
      await work(ids);
    } catch (error) {
      if (!isOurs(error)) throw error;
      const [only] = ids;
      if (ids.length === 1 && only) return this.putBack(only, error);
      const middle = Math.ceil(ids.length / 2);
      await this.each(ids.slice(0, middle), work, isOurs);
      await this.each(ids.slice(middle), work, isOurs);
    }
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

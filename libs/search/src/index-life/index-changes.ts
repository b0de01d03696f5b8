import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { Circuit } from '../engine/circuit.js';
import { EngineConnection } from '../engine/engine-connection.js';
import { engineClient } from '../engine/engine-client.js';
import { indexVersion } from '../engine/index-settings.js';
import { productDocument } from '../engine/product-document.js';
import { IndexTaskFailed, SearchIndex } from '../engine/search-index.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { ChangeTries, mostTries } from './change-tries.js';
import { goneProducts, productsOnShow } from '../persistence/products-on-show.query.js';

interface Change {
  product_id: string;
  changed_at: string;
}

/** Behind a parcel of a rebuild a task may have to wait; given to the engine once more it would wait twice. */
const longestWaitMs = 600_000;
/** One task of the engine takes so many: with more, what comes behind waits longer than it needs to. */
const atOnce = 2000;

/** Tells the engine of changed products, as they are now, and notes that it knows once it has finished its task. */
@Injectable()
export class IndexChanges {
  readonly index: SearchIndex;
  private readonly circuit = new Circuit(2000);
  private readonly version = indexVersion();

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly database: Database,
    private readonly lexicon: Lexicon,
    private readonly tries: ChangeTries,
  ) {
    this.index = new SearchIndex(engineClient(settings, 20_000), connection.indexName, longestWaitMs);
  }

  /**
   * Whatever waits, oldest first; answers how many products were brought. Throws while the engine is away: what waits
   * goes on waiting.
   */
  async all(): Promise<number> {
    let count = 0;
    for (let isMore = true; isMore;) {
      const changes = await this.oldest();
      const isAgain = await this.round(changes);
      count += changes.length;
      isMore = changes.length === atOnce || isAgain;
    }
    return count;
  }

  /** Tells another index of everything that changed since then; what waits for the living one goes on waiting. */
  async tell(index: SearchIndex, since: string): Promise<void> {
    for (let after: Change = { product_id: '00000000-0000-0000-0000-000000000000', changed_at: since }; ;) {
      const changes = await this.database.query<Change>(
        `select product_id, changed_at::text from search.change
         where (changed_at, product_id) > ($1::timestamptz, $2::uuid) order by changed_at, product_id limit $3`,
        [after.changed_at, after.product_id, atOnce],
      );
      await this.bring(
        index,
        changes.map(({ product_id }) => product_id),
      );
      const last = changes.at(-1);
      if (!last || changes.length < atOnce) return;
      after = last;
    }
  }

  /** The living index is another than before: it is told again of everything that changed since then. */
  async again(since: string): Promise<void> {
    await this.database.query(`update search.change set is_indexed = false where changed_at >= $1::timestamptz`, [
      since,
    ]);
    await this.all();
  }

  /** Products that have a row and are not on show. */
  async goneIds(): Promise<string[]> {
    return (await this.database.query<{ id: string }>(goneProducts)).map(({ id }) => id);
  }

  /** Answers whether one of them changed again meanwhile. */
  private async round(changes: readonly Change[]): Promise<boolean> {
    if (!changes.length) return false;
    const brought = new Set<string>();
    const bring = async (ids: readonly string[]) => {
      await this.bring(this.index, ids);
      for (const id of ids) brought.add(id);
    };
    await this.circuit.run(() =>
      this.tries.each(
        changes.map(({ product_id }) => product_id),
        bring,
        isAboutOne,
      ),
    );
    const told = changes.filter(({ product_id }) => brought.has(product_id));
    // Changed again meanwhile: what was brought may have overtaken the newer state, so the next round brings it again.
    const noted = await this.database.query<{ is_indexed: boolean }>(
      `update search.change set is_indexed = change.changed_at = brought.changed_at
       from unnest($1::uuid[], $2::timestamptz[]) as brought (product_id, changed_at)
       where change.product_id = brought.product_id
       returning is_indexed`,
      [told.map(({ product_id }) => product_id), told.map(({ changed_at }) => changed_at)],
    );
    return noted.some(({ is_indexed }) => !is_indexed);
  }

  private oldest(): Promise<Change[]> {
    return this.database.query<Change>(
      `select product_id, changed_at::text from search.change
       where not is_indexed and is_read and tries < $2 order by changed_at limit $1`,
      [atOnce, mostTries],
    );
  }

  private async bring(index: SearchIndex, ids: readonly string[]): Promise<void> {
    const products = await productsOnShow(this.database, ids, this.version);
    const shown = new Set(products.map(({ id }) => id));
    await index.put(products.map((product) => productDocument(product, this.lexicon)));
    await index.remove(ids.filter((id) => !shown.has(id)));
  }
}

/** A document that cannot be made or taken; what is about the engine is nobody's try. */
const isAboutOne = (error: unknown): boolean =>
  error instanceof IndexTaskFailed ? error.isAboutADocument : error instanceof TypeError;

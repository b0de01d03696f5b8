import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { EngineConnection } from '../engine/engine-connection.js';
import { engineClient } from '../engine/engine-client.js';
import { SearchIndex } from '../engine/search-index.js';
import { idsOnShow } from '../persistence/products-on-show.query.js';
import { rowIndexes } from '../persistence/row-indexes.js';
import { EngineSynonyms } from '../synonyms/engine-synonyms.js';
import { BuildTurn, type HeldTurn } from './build-turn.js';
import { DocumentFeed } from './document-feed.js';
import { IndexChanges } from './index-changes.js';
import { RefreshDocuments } from './refresh-documents.js';

const stretchSize = 1000;
/** While the engine reads one stretch and PostgreSQL another, the third becomes documents. */
const atOnce = 3;
const firstKey = '00000000-0000-0000-0000-000000000000';
/** Below this many rows nothing is gained by making their indexes afterwards. */
const manyRows = 20_000;
const shortMs = 2000;
const mostRounds = 20;

/** A line for a person; the numbers for whoever draws them. */
export type Progress = (line: string, step?: { done: number; total: number }) => void;

/** Builds the index again beside the living one, from PostgreSQL, and swaps it in: readers see one or the other. */
@Injectable()
export class BuildIndex {
  private readonly living: SearchIndex;
  private readonly next: SearchIndex;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly database: Database,
    private readonly turn: BuildTurn,
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
    private readonly synonyms: EngineSynonyms,
  ) {
    const client = engineClient(settings, 60_000);
    this.living = new SearchIndex(client, connection.indexName);
    this.next = new SearchIndex(client, `${connection.indexName}_new`);
  }

  /** False when another process is building at this moment. */
  async execute(onProgress: Progress = () => undefined): Promise<boolean> {
    return (await this.turn.during(async (turn) => (await this.build(turn, onProgress), true))) ?? false;
  }

  private async build(turn: HeldTurn, onProgress: Progress): Promise<void> {
    // What a build that was killed left underway would be worked through first.
    await this.next.cancelTasks();
    await this.next.create();
    await this.synonyms.pushTo(this.next);
    onProgress('building beside the living index');
    const start = await this.now();
    // From now on whoever brings a product's row in step says so, whether it found it in step or not.
    await this.database.query('insert into search.build default values');
    const total = await this.countOf('catalog.public_product');
    const isLoad = total - (await this.countOf('search.document')) > Math.max(manyRows, total / 2);
    if (isLoad) for (const name of Object.keys(rowIndexes)) await turn.run(`drop index if exists search.${name}`);
    await this.fill(total, turn, onProgress);
    if (isLoad) await turn.run(`set maintenance_work_mem = '512MB'`);
    for (const [name, text] of Object.entries(rowIndexes)) {
      if (isLoad) onProgress(`making the index ${name}`);
      await turn.run(text);
    }
    if (isLoad) await turn.run('vacuum analyze search.document');
    await turn.check();
    const since = await this.catchUp(start);
    await ((await this.living.version()) === null ? this.next.becomes(this.living) : this.living.swapWith(this.next));
    await this.changes.again(since);
    await this.database.query('delete from search.build');
    await this.next.drop();
    onProgress('the index is in place');
  }

  /** Everything on show, by key, into rows and into the new index. */
  private async fill(total: number, turn: HeldTurn, onProgress: Progress): Promise<void> {
    const feed = new DocumentFeed(this.next);
    const underway = new Set<Promise<void>>();
    let [done, failure]: [number, unknown] = [0, null];
    const bring = async (ids: string[]) => {
      await feed.add(await this.refresh.documents(ids));
      done += ids.length;
      onProgress(`${done} products indexed`, { done, total: Math.max(total, done) });
    };
    await this.forgetGone();
    for await (const ids of this.stretches()) {
      await turn.check();
      const stretch = bring(ids)
        .catch((error: unknown) => void (failure ??= error))
        .finally(() => underway.delete(stretch));
      underway.add(stretch);
      while (underway.size >= atOnce) await Promise.race(underway);
      if (failure) throw failure;
    }
    await Promise.all(underway);
    if (failure) throw failure;
    await feed.end();
  }

  private async *stretches(): AsyncGenerator<string[]> {
    for (let after = firstKey; ;) {
      const rows = await this.database.named<{ id: string }>(idsOnShow, [after, stretchSize]);
      if (rows.length) yield rows.map(({ id }) => id);
      after = rows.at(-1)?.id ?? after;
      if (rows.length < stretchSize) return;
    }
  }

  private async forgetGone(): Promise<void> {
    const gone = await this.changes.goneIds();
    for (let start = 0; start < gone.length; start += stretchSize) {
      await this.refresh.execute(gone.slice(start, start + stretchSize));
    }
  }

  /**
   * What changed meanwhile went to the living index: the new one learns it before anybody reads it. Answers from when
   * on the living one must be told again: all that could not be seen yet when this looked.
   */
  private async catchUp(start: string): Promise<string> {
    for (let [since, round] = [start, 0]; ; round += 1) {
      const from = await this.now();
      const startedAt = Date.now();
      await this.changes.tell(this.next, since);
      since = from;
      if (Date.now() - startedAt < shortMs || round >= mostRounds) return since;
    }
  }

  /** A change is dated when it is written, and seen when its transaction ends: no such transaction takes longer. */
  private async now(): Promise<string> {
    const [row] = await this.database.query<{ at: string }>(
      `select (clock_timestamp() - interval '10 seconds')::text as at`,
    );
    return row?.at ?? '-infinity';
  }

  private async countOf(view: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count from ${view}`);
    return row?.count ?? 0;
  }
}

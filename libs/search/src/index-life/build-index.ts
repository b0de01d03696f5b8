import { Inject, Injectable } from '@nestjs/common';
import { Database, newId } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import type { Meilisearch } from 'meilisearch';
import { EngineConnection } from '../engine/engine-connection.js';
import { engineClient } from '../engine/engine-client.js';
import { SearchIndex } from '../engine/search-index.js';
import { idsOnShow } from '../persistence/products-on-show.query.js';
import { EngineSynonyms } from '../synonyms/engine-synonyms.js';
import { BuildTurn, type HeldTurn } from './build-turn.js';
import { DocumentFeed } from './document-feed.js';
import { IndexChanges } from './index-changes.js';
import { makeRowIndexes, rowIndexNames, standingIndexes, takeRowIndexesAway } from './keep-row-indexes.js';
import { mostAtOnce, RefreshDocuments } from './refresh-documents.js';

const stretchSize = mostAtOnce;
/** While the engine reads one stretch and PostgreSQL another, the third becomes documents. */
const atOnce = 3;
const firstKey = '00000000-0000-0000-0000-000000000000';
/** Below this many rows nothing is gained by making their indexes afterwards. */
const manyRows = 20_000;
const shortMs = 2000;
const mostRounds = 20;
const besideName = '_new';

/** A line for a person; the numbers for whoever draws them. */
export type Progress = (line: string, step?: { done: number; total: number }) => void;

/** Builds the index again beside the living one, from PostgreSQL, and swaps it in: readers see one or the other. */
@Injectable()
export class BuildIndex {
  private readonly living: SearchIndex;
  private readonly client: Meilisearch;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly database: Database,
    private readonly turn: BuildTurn,
    private readonly refresh: RefreshDocuments,
    private readonly changes: IndexChanges,
    private readonly synonyms: EngineSynonyms,
  ) {
    this.client = engineClient(settings, 60_000);
    this.living = new SearchIndex(this.client, connection.indexName);
  }

  /** False when another process is building at this moment. */
  async execute(onProgress: Progress = () => undefined): Promise<boolean> {
    return (await this.turn.during(async (turn) => (await this.build(turn, onProgress), true))) ?? false;
  }

  /** What a process that was killed left: an index half built, or a swap nobody told what came in between. */
  async tidy(): Promise<void> {
    const [left] = await this.database.query<{ since: string }>(
      'select min(started_at)::text as since from search.build having count(*) > 0',
    );
    const standing = await this.standingIndexes();
    if (!left && standing.length === rowIndexNames.length) return;
    await this.turn.during(async (turn) => {
      if (left) {
        await this.dropStrangers();
        await this.changes.again(left.since);
        await this.database.query('delete from search.build');
      }
      await makeRowIndexes(turn, await this.standingIndexes(), () => undefined);
    });
  }

  private async build(turn: HeldTurn, onProgress: Progress): Promise<void> {
    onProgress('building beside the living index');
    await this.dropStrangers();
    // A name of its own: nobody else's build can be taken for it.
    const next = new SearchIndex(
      this.client,
      `${this.living.uid}${besideName}${newId().slice(0, 18).replaceAll('-', '')}`,
    );
    await next.create();
    await this.synonyms.pushTo(next);
    const start = await this.seenUntil();
    // From now on whoever brings a product's row in step says so, whether it found it in step or not.
    await this.database.query('insert into search.build default values');
    const total = await this.countOf('catalog.public_product');
    const isLoad = total - (await this.countOf('search.document')) > Math.max(manyRows, total / 2);
    if (isLoad) await takeRowIndexesAway(turn);
    await this.fill(next, total, turn, onProgress);
    if (isLoad) await turn.run(`set maintenance_work_mem = '512MB'`);
    await makeRowIndexes(turn, await this.standingIndexes(), onProgress);
    if (isLoad) await turn.run('vacuum analyze search.document');
    const since = await this.catchUp(next, start, turn);
    await turn.check();
    await ((await this.living.version()) === null ? next.becomes(this.living) : this.living.swapWith(next));
    await this.changes.again(since);
    await this.database.query('delete from search.build');
    await next.drop();
    onProgress('the index is in place');
  }

  /** Everything on show, by key, into rows and into the new index. */
  private async fill(next: SearchIndex, total: number, turn: HeldTurn, onProgress: Progress): Promise<void> {
    const feed = new DocumentFeed(next);
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
      if (failure) break;
    }
    // Whoever fails gives the turn back: nothing of this build may still be at work then.
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
  private async catchUp(next: SearchIndex, start: string, turn: HeldTurn): Promise<string> {
    for (let [since, round] = [start, 0]; ; round += 1) {
      await turn.check();
      const from = await this.seenUntil();
      const startedAt = Date.now();
      await this.changes.tell(next, since);
      since = from;
      if (Date.now() - startedAt < shortMs || round >= mostRounds) return since;
    }
  }

  /** Every change of an earlier date can be seen by now: a change is dated after its transaction began. */
  private async seenUntil(): Promise<string> {
    const [row] = await this.database.query<{ at: string }>(
      // The clock first: whoever begins after it is dated after it. One role sees when its own sessions began.
      `with moment as materialized (select clock_timestamp() as at)
       select least(moment.at, (
         select min(xact_start) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()))::text as at
       from moment`,
    );
    return row?.at ?? '-infinity';
  }

  private async dropStrangers(): Promise<void> {
    const { results } = await this.client.getRawIndexes({ limit: 1000 });
    for (const { uid } of results.filter((one) => one.uid.startsWith(`${this.living.uid}${besideName}`))) {
      const stranger = new SearchIndex(this.client, uid);
      // What a build that was killed left underway would be worked through first.
      await stranger.cancelTasks();
      await stranger.drop();
    }
  }

  private async standingIndexes(): Promise<string[]> {
    return (await this.database.query<{ name: string }>(standingIndexes, [rowIndexNames])).map(({ name }) => name);
  }

  private async countOf(view: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count from ${view}`);
    return row?.count ?? 0;
  }
}

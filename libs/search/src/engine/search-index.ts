import type { EnqueuedTaskPromise, Meilisearch, Settings as EngineSettings } from 'meilisearch';
import { isMissingIndex } from './engine-client.js';
import { settingsWithVersion, versionAmong } from './index-settings.js';
import { engineDocument, type ProductDocument } from './product-document.js';

/** Settings of a large index and a full batch of documents take their time; nobody waits for them on a page. */
const longestTaskMs = 300_000;
/** A parcel of a rebuild waits for those before it, and nobody waits for it. */
const bulkPatience = { timeout: 3_600_000, interval: 250 };
const longestStretch = 5000;

/** What the engine says of a document it cannot take; everything else is about the engine. */
const aboutADocument = /^(invalid_document|missing_document|document_fields|max_fields)/;

export class IndexTaskFailed extends Error {
  readonly isAboutADocument: boolean;

  constructor(task: { type: string; status: string; error: { code: string; message: string } | null }) {
    super(`the engine's task ${task.type} is ${task.status}: ${task.error?.code ?? ''} ${task.error?.message ?? ''}`);
    this.isAboutADocument = aboutADocument.test(task.error?.code ?? '');
  }
}

/** One index of products: made, filled, emptied, swapped. Every change is awaited: enqueued is not done. */
export class SearchIndex {
  constructor(
    private readonly client: Meilisearch,
    readonly uid: string,
    private readonly taskTimeoutMs: number = longestTaskMs,
  ) {}

  /** Empty and ready, whatever stood under this name before. */
  async create(own: EngineSettings = {}): Promise<void> {
    await this.drop();
    await this.done(this.client.createIndex(this.uid, { primaryKey: 'id' }));
    await this.done(this.client.index(this.uid).updateSettings({ ...settingsWithVersion(), ...own }));
  }

  async drop(): Promise<void> {
    const task = await this.client.deleteIndex(this.uid).waitTask(this.patience);
    if (task.status !== 'succeeded' && task.error?.code !== 'index_not_found') throw new IndexTaskFailed(task);
  }

  /** The version it was made with; null when there is no such index. */
  async version(): Promise<string | null> {
    try {
      return versionAmong(await this.client.index(this.uid).getDisplayedAttributes());
    } catch (error) {
      if (isMissingIndex(error)) return null;
      throw error;
    }
  }

  /** Null when there is no such index. */
  async synonyms(): Promise<Record<string, string[]> | null> {
    try {
      return await this.client.index(this.uid).getSynonyms();
    } catch (error) {
      if (isMissingIndex(error)) return null;
      throw error;
    }
  }

  async setSynonyms(synonyms: Record<string, string[]>): Promise<void> {
    await this.done(this.client.index(this.uid).updateSynonyms(synonyms));
  }

  async put(documents: readonly ProductDocument[]): Promise<void> {
    if (documents.length) await this.done(this.client.index(this.uid).addDocuments(documents.map(engineDocument)));
  }

  /** Documents as lines of JSON. */
  async putLines(lines: string): Promise<void> {
    const index = this.client.index(this.uid);
    await this.done(index.addDocumentsFromString(lines, 'application/x-ndjson'), bulkPatience);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length) await this.done(this.client.index(this.uid).deleteDocuments([...ids]));
  }

  /** Readers see the one or the other index, never neither. */
  async swapWith(other: SearchIndex): Promise<void> {
    await this.done(this.client.swapIndexes([{ indexes: [this.uid, other.uid], rename: false }]));
  }

  /** This index under the name of one that does not exist yet. */
  async becomes(other: SearchIndex): Promise<void> {
    await this.done(this.client.swapIndexes([{ indexes: [this.uid, other.uid], rename: true }]));
  }

  /** What waits or is underway for this index is given up. */
  async cancelTasks(): Promise<void> {
    const filter = { indexUids: [this.uid], statuses: ['enqueued', 'processing'] as const };
    await this.done(this.client.tasks.cancelTasks({ ...filter, statuses: [...filter.statuses] }));
  }

  /** Ids and checksums of the documents of a bucket: for comparing with PostgreSQL. */
  async checksums(bucket: string): Promise<{ id: string; checksum: string }[]> {
    const all: { id: string; checksum: string }[] = [];
    for (let offset = 0; ; offset += longestStretch) {
      const { results } = await this.client.index<{ id: string; checksum: string }>(this.uid).getDocuments({
        filter: `bucket = ${JSON.stringify(bucket)}`,
        offset,
        limit: longestStretch,
        fields: ['id', 'checksum'],
      });
      all.push(...results.map(({ id, checksum }) => ({ id, checksum })));
      if (results.length < longestStretch) return all;
    }
  }

  /** How many documents a bucket has. */
  async countIn(bucket: string): Promise<number> {
    const filter = `bucket = ${JSON.stringify(bucket)}`;
    return (await this.client.index(this.uid).getDocuments({ filter, limit: 1, fields: ['id'] })).total;
  }

  async count(): Promise<number> {
    return (await this.client.index(this.uid).getStats()).numberOfDocuments;
  }

  private get patience() {
    return { timeout: this.taskTimeoutMs, interval: 25 };
  }

  private async done(task: EnqueuedTaskPromise, patience = this.patience): Promise<void> {
    const finished = await task.waitTask(patience);
    if (finished.status !== 'succeeded') throw new IndexTaskFailed(finished);
  }
}

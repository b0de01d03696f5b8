import { engineDocument, type ProductDocument } from '../engine/product-document.js';
import type { SearchIndex } from '../engine/search-index.js';

/** Large parcels are indexed many times faster than small ones; a change of the living index waits for those before it. */
const parcelBytes = 16 * 1024 * 1024;
const mostUnderway = 2;

/** Documents on their way to an index: gathered into parcels, a few of them underway at a time. */
export class DocumentFeed {
  private lines: string[] = [];
  private bytes = 0;
  private readonly underway = new Set<Promise<void>>();
  private failure: unknown = null;

  constructor(private readonly index: SearchIndex) {}

  /** Waits while enough is underway; throws what went wrong with an earlier parcel. */
  async add(documents: readonly ProductDocument[]): Promise<void> {
    for (const document of documents) {
      const line = JSON.stringify(engineDocument(document));
      this.lines.push(line);
      this.bytes += Buffer.byteLength(line) + 1;
    }
    if (this.bytes >= parcelBytes) await this.send();
  }

  /** Everything is in the index when this ends. */
  async end(): Promise<void> {
    await this.send();
    while (this.underway.size) await Promise.race(this.underway);
    this.check();
  }

  private async send(): Promise<void> {
    if (this.lines.length) {
      const parcel = this.index
        .putLines(this.lines.join('\n'))
        .catch((error: unknown) => void (this.failure ??= error))
        .finally(() => this.underway.delete(parcel));
      this.underway.add(parcel);
    }
    this.lines = [];
    this.bytes = 0;
    while (this.underway.size >= mostUnderway) await Promise.race(this.underway);
    this.check();
  }

  private check(): void {
    if (this.failure) throw this.failure;
  }
}

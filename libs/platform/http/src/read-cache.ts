import { Injectable } from '@nestjs/common';

interface Entry {
  bytes: Buffer;
  freshUntil: number;
}

const mostEntries = 2000;

/** Finished answers for a moment, as the bytes that leave: of many who ask at once, one reads. */
@Injectable()
export class ReadCache {
  private readonly entries = new Map<string, Entry>();
  private readonly loading = new Map<string, Promise<Buffer>>();

  async answer(key: string, ttlMs: number, load: () => Promise<string>): Promise<Buffer> {
    const entry = this.entries.get(key);
    if (entry && entry.freshUntil > Date.now()) return entry.bytes;
    const running = this.loading.get(key);
    if (running) return running;
    const promise = this.load(key, ttlMs, load);
    this.loading.set(key, promise);
    return promise;
  }

  private async load(key: string, ttlMs: number, load: () => Promise<string>): Promise<Buffer> {
    try {
      const bytes = Buffer.from(await load());
      this.keep(key, { bytes, freshUntil: Date.now() + ttlMs });
      return bytes;
    } finally {
      this.loading.delete(key);
    }
  }

  private keep(key: string, entry: Entry): void {
    this.entries.delete(key);
    // In the order they were kept: what is stale lies mostly in front.
    for (const [oldest, { freshUntil }] of this.entries) {
      if (freshUntil > Date.now() && this.entries.size < mostEntries) break;
      this.entries.delete(oldest);
    }
    this.entries.set(key, entry);
  }
}

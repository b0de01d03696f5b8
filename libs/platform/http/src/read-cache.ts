import { Injectable } from '@nestjs/common';
import { ChangeFeed } from '@tiwizi/persistence';
import { exactly } from './copies/body.js';
import { SharedCopies } from './copies/shared-copies.js';

export interface Read {
  /** Finished JSON. */
  text: string;
  /** What makes it wrong: see `topics` of the contracts. */
  topics: readonly string[];
  freshMs: number;
}

/** A few thousand products or a few hundred lists. */
const mostBytes = 12 * 1024 * 1024;

/** Finished answers of the interface, as the bytes that leave: of many who ask at once, one reads. */
@Injectable()
export class ReadCache {
  private readonly copies: SharedCopies;

  constructor(feed: ChangeFeed) {
    this.copies = new SharedCopies(feed, mostBytes);
  }

  /** For answers of which nobody says when they change: for a moment only. */
  answer(key: string, ttlMs: number, load: () => Promise<string>): Promise<Buffer> {
    return this.bytes(key, async () => ({ bytes: exactly(await load()), topics: null, freshMs: ttlMs }));
  }

  /** Until one of its topics changes; `freshMs` is for what no event tells. */
  until(key: string, load: () => Promise<Read>): Promise<Buffer> {
    return this.bytes(key, async () => {
      const { text, topics, freshMs } = await load();
      return { bytes: exactly(text), topics, freshMs };
    });
  }

  private async bytes(key: string, make: Parameters<SharedCopies['copy']>[1]): Promise<Buffer> {
    const copy = await this.copies.copy(key, make);
    if (!copy) throw new Error(`nothing was made for ${key}`);
    return copy.body.bytes;
  }
}

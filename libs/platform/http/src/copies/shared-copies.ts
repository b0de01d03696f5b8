import type { ChangedTopics, ChangeFeed } from '@tiwizi/persistence';
import { Body } from './body.js';
import { noteDependency } from './dependencies.js';

export interface Made {
  bytes: Buffer;
  headers?: readonly (readonly [name: string, value: string])[];
  /** Null: nobody tells when it changes. */
  topics: readonly string[] | null;
  freshMs: number;
}

export interface Copy {
  readonly body: Body;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly topics: readonly string[] | null;
  readonly freshUntil: number;
}

interface Kept extends Copy {
  usedAt: number;
  size: number;
}

interface Making {
  readonly promise: Promise<Copy | null>;
  /** Said to have changed while it was being made: it may show the state before. */
  readonly missed: Set<string>;
  hasMissedAny: boolean;
  isWrong: boolean;
}

/** A name in two maps and a set, as measured. */
const bytesOfTopic = 150;
const bytesOfEntry = 500;
/** While no line is open, nobody can say what has changed. */
const freshWithoutLineMs = 1000;

/**
 * Finished answers that are the same for everybody. Of many who ask at once, one makes; a copy goes when one of its
 * topics changed, when its time is over, or when the room is needed for others that were asked for more lately.
 */
export class SharedCopies {
  /** Those asked for most lately stand at the end. */
  private readonly copies = new Map<string, Kept>();
  private readonly keysOf = new Map<string, Set<string>>();
  private readonly making = new Map<string, Making>();
  private used = 0;

  constructor(
    private readonly feed: Pick<ChangeFeed, 'open' | 'isLive' | 'subscribe'>,
    private readonly mostBytes: number,
  ) {
    feed.subscribe((changed) => this.drop(changed));
  }

  /** What the copies take, their compressed forms and names included. */
  get bytes(): number {
    return this.used;
  }

  /** Null: not an answer to share; everyone makes their own. */
  async copy(key: string, make: () => Promise<Made | null>): Promise<Copy | null> {
    this.feed.open();
    const copy = this.fresh(key) ?? (await this.join(key, make));
    if (copy) noteDependency(copy.topics, copy.freshUntil);
    return copy;
  }

  private fresh(key: string): Kept | undefined {
    const kept = this.copies.get(key);
    if (!kept) return undefined;
    const now = Date.now();
    if (kept.freshUntil <= now) {
      this.forget(key, kept);
      return undefined;
    }
    // Moved to the end at most once a second: moving costs more than reading.
    if (now - kept.usedAt > 1000) {
      kept.usedAt = now;
      this.copies.delete(key);
      this.copies.set(key, kept);
    }
    return kept;
  }

  private async join(key: string, make: () => Promise<Made | null>): Promise<Copy | null> {
    const running = this.making.get(key);
    if (!running) return this.start(key, make);
    const mayBeLate = running.hasMissedAny || running.missed.size > 0;
    const copy = await running.promise;
    // Whoever asked after a change never gets what shows the state before it.
    return mayBeLate && running.isWrong ? (this.fresh(key) ?? this.join(key, make)) : copy;
  }

  private start(key: string, make: () => Promise<Made | null>): Promise<Copy | null> {
    const { promise, resolve, reject } = Promise.withResolvers<Copy | null>();
    const making: Making = { promise, missed: new Set(), hasMissedAny: false, isWrong: false };
    this.making.set(key, making);
    Promise.resolve()
      .then(make)
      .then((made) => made && this.keep(key, made, making))
      .finally(() => this.making.delete(key))
      .then(resolve, reject);
    return promise;
  }

  private keep(key: string, { bytes, headers = [], topics, freshMs }: Made, making: Making): Copy {
    const now = Date.now();
    const freshUntil = now + (this.feed.isLive ? freshMs : Math.min(freshMs, freshWithoutLineMs));
    const kept: Kept = {
      body: new Body(bytes, () => this.measure(key, kept)),
      headers,
      topics,
      freshUntil,
      usedAt: now,
      size: 0,
    };
    making.isWrong = making.hasMissedAny || Boolean(topics?.some((topic) => making.missed.has(topic)));
    if (making.isWrong || freshUntil <= now) return kept;
    const before = this.copies.get(key);
    if (before) this.forget(key, before);
    this.copies.set(key, kept);
    for (const topic of topics ?? []) {
      const keys = this.keysOf.get(topic);
      if (keys) keys.add(key);
      else this.keysOf.set(topic, new Set([key]));
    }
    this.measure(key, kept);
    return kept;
  }

  /** A copy grows when it is first asked for compressed. */
  private measure(key: string, kept: Kept): void {
    if (this.copies.get(key) !== kept) return;
    const size = kept.body.size + bytesOfEntry + (kept.topics?.length ?? 0) * bytesOfTopic;
    this.used += size - kept.size;
    kept.size = size;
    for (const [oldest, other] of this.copies) {
      if (this.used <= this.mostBytes) return;
      this.forget(oldest, other);
    }
  }

  private forget(key: string, kept: Kept): void {
    this.copies.delete(key);
    this.used -= kept.size;
    for (const topic of kept.topics ?? []) {
      const keys = this.keysOf.get(topic);
      if (keys?.delete(key) && !keys.size) this.keysOf.delete(topic);
    }
  }

  private drop(changed: ChangedTopics): void {
    for (const making of this.making.values()) {
      if (!changed) making.hasMissedAny = true;
      for (const topic of changed ?? []) making.missed.add(topic);
    }
    if (!changed) {
      this.copies.clear();
      this.keysOf.clear();
      this.used = 0;
      return;
    }
    for (const topic of changed) {
      for (const key of this.keysOf.get(topic) ?? []) {
        const kept = this.copies.get(key);
        if (kept) this.forget(key, kept);
      }
    }
  }
}

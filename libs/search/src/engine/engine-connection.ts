import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import type { Meilisearch } from 'meilisearch';
import { Circuit, CircuitOpen } from './circuit.js';
import { engineClient, isMissingIndex, refusalOf } from './engine-client.js';

/** A reader would rather have PostgreSQL's answer than wait longer for the engine's. */
const readerPatienceMs = 1000;
/** Long enough that a dead engine costs nothing, short enough that a living one is used again at once. */
const pauseMs = 2000;

export class EngineAway extends Error {
  constructor(cause: unknown) {
    super('the search engine does not answer', { cause });
  }
}

/** The way to the engine, and whether it is worth asking. */
@Injectable()
export class EngineConnection {
  readonly indexName: string;
  readonly reader: Meilisearch;
  private readonly circuit = new Circuit(pauseMs);

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.indexName = `${settings.indexPrefix}products`;
    this.reader = engineClient(settings, readerPatienceMs);
  }

  /** Asks, or says at once that the engine is away: it is down, too slow, or has no index yet. */
  async read<T>(work: (reader: Meilisearch) => Promise<T>): Promise<T> {
    try {
      return await this.circuit.run(() => work(this.reader));
    } catch (error) {
      if (error instanceof CircuitOpen || !isRefusal(error)) throw new EngineAway(error);
      throw error;
    }
  }
}

/** What the engine understood and refused is a fault of ours; everything else is the engine's. */
function isRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal !== null && refusal.response.status < 500 && !isMissingIndex(error);
}

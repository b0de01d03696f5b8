import { Inject, Injectable } from '@nestjs/common';
import { SynonymsChangedV1, topics } from '@tiwizi/contracts';
import { EventConsumer, Scheduled, type EffectHandler, type ScheduledTask } from '@tiwizi/events';
import { Database, tellChanged } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { engineClient } from '../engine/engine-client.js';
import { EngineConnection } from '../engine/engine-connection.js';
import { SearchIndex } from '../engine/search-index.js';
import { SynonymBook } from './synonym-book.js';

/** An engine that is busy for longer is told again by the task of every minute. */
const patienceMs = 20_000;

/** Brings the synonyms to the engine. They are looked at when somebody asks: no document is indexed again. */
@Injectable()
export class EngineSynonyms {
  private readonly living: SearchIndex;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    connection: EngineConnection,
    private readonly book: SynonymBook,
    private readonly database: Database,
  ) {
    this.living = new SearchIndex(engineClient(settings, 10_000), connection.indexName, patienceMs);
  }

  /** Also for an index that is being built. Nothing when it knows them already. */
  async pushTo(index: SearchIndex = this.living): Promise<void> {
    const [known, wanted] = await Promise.all([index.synonyms(), this.book.forEngine()]);
    if (!known || normal(known) === normal(wanted)) return;
    await index.setSynonyms(wanted);
    // Answers that are kept for a while were found without them.
    await tellChanged(this.database, [topics.search]);
  }
}

const normal = (synonyms: Record<string, string[]>): string =>
  JSON.stringify(
    Object.entries(synonyms)
      .map(([word, others]) => [word, [...others].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

@EventConsumer()
export class PushSynonyms implements EffectHandler<typeof SynonymsChangedV1> {
  readonly name = 'search/push-synonyms';
  readonly event = SynonymsChangedV1;

  constructor(private readonly synonyms: EngineSynonyms) {}

  perform(): Promise<void> {
    return this.synonyms.pushTo();
  }
}

/** An index that was made anew, or an engine that was away, learns them within a minute. */
@Scheduled()
export class CompareSynonyms implements ScheduledTask {
  readonly name = 'search/compare-synonyms';
  readonly cron = '* * * * *';

  constructor(private readonly synonyms: EngineSynonyms) {}

  run(): Promise<void> {
    return this.synonyms.pushTo();
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type { Asked, Found } from '../answers/found.js';
import { certain, nothing, type EngineHit } from '../engine/product-search.js';
import { facets } from '../engine/wishes.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { SynonymBook } from '../synonyms/synonym-book.js';
import { fallbackStatement } from './fallback-statement.js';
import { Parameters, planBranches } from './fallback-plan.js';

interface Answer extends Partial<Record<string, unknown>> {
  total: number;
  best: number | null;
  hits: Omit<EngineHit, 'by'>[];
  price: { min: number | null; max: number | null };
}

/** Two tries have to fit into two seconds. */
const patience = `set local statement_timeout = '900ms'`;
/** One wrong letter in a word of six or seven leaves about half of its trigrams. */
const likeness = `set local pg_trgm.word_similarity_threshold = 0.45`;

/** What PostgreSQL finds while the engine is away, from rows kept in step by the same handlers. */
@Injectable()
export class FallbackAnswers {
  constructor(
    private readonly database: Database,
    private readonly lexicon: Lexicon,
    private readonly synonyms: SynonymBook,
  ) {}

  async find({ q, wishes, page }: Asked): Promise<Found> {
    const texts = [q, ...(await this.synonyms.variants(q))];
    const plan = (isQuick: boolean) => {
      const parameters = new Parameters();
      const branches = texts.flatMap((text) => planBranches(text, this.lexicon, parameters, isQuick));
      return { branches, parameters, statement: fallbackStatement(branches, wishes, page, parameters) };
    };
    const whole = plan(false);
    if (!whole.branches.length && q.trim()) return nothing;
    const answer = await this.ask(whole).catch((error: unknown) => {
      if (isTooLate(error)) return this.ask(plan(true));
      throw error;
    });
    const { total, best, hits, price } = answer;
    return {
      hits: hits.map((hit) => ({ ...hit, by: hit.score < certain ? 'similar-words' : 'words-match' })),
      total,
      counts: Object.fromEntries(facets.map((facet) => [facet, countsIn(answer[facet])])),
      price: price.min === null || price.max === null ? null : { min: price.min, max: price.max },
      isGuess: whole.branches.length > 0 && best !== null && best < certain,
    };
  }

  private ask({ statement, parameters }: { statement: string; parameters: Parameters }): Promise<Answer> {
    return this.database.transaction(async (tx) => {
      await tx.query(patience);
      await tx.query(likeness);
      const [row]: { answer: string }[] = await tx.query(statement, parameters.values);
      return JSON.parse(row?.answer ?? '{}') as Answer;
    });
  }
}

/** PostgreSQL gave up: the statement's time was over. */
const isTooLate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';

const countsIn = (counts: unknown): ReadonlyMap<string, number> =>
  new Map(typeof counts === 'object' && counts ? Object.entries(counts as Record<string, number>) : []);

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

/** A page that waits longer is worth less than one that says it could not be answered. */
const patience = `set local statement_timeout = '1500ms'`;
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
    const parameters = new Parameters();
    const asked = [q, ...(await this.synonyms.variants(q))];
    const branches = asked.flatMap((text) => planBranches(text, this.lexicon, parameters));
    if (!branches.length && q.trim()) return nothing;
    const statement = fallbackStatement(branches, wishes, page, parameters);
    const answer = await this.database.transaction(async (tx) => {
      await tx.query(patience);
      await tx.query(likeness);
      const [row]: { answer: string }[] = await tx.query(statement, parameters.values);
      return JSON.parse(row?.answer ?? '{}') as Answer;
    });
    const { total, best, hits, price } = answer;
    return {
      hits: hits.map((hit) => ({ ...hit, by: hit.score < certain ? 'similar-words' : 'words-match' })),
      total,
      counts: Object.fromEntries(facets.map((facet) => [facet, countsIn(answer[facet])])),
      price: price.min === null || price.max === null ? null : { min: price.min, max: price.max },
      isGuess: branches.length > 0 && best !== null && best < certain,
    };
  }
}

const countsIn = (counts: unknown): ReadonlyMap<string, number> =>
  new Map(typeof counts === 'object' && counts ? Object.entries(counts as Record<string, number>) : []);

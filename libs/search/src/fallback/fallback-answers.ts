import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { latinLight, arabicLight, amazighLight, scriptOf } from '@tiwizi/text';
import type { Asked, Found } from '../answers/found.js';
import type { StoredCard } from '../engine/product-card.js';
import { certain, nothing } from '../engine/product-search.js';
import { facets } from '../engine/wishes.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { fallbackStatement } from './fallback-statement.js';
import { Parameters, planBranches } from './fallback-plan.js';

interface Answer extends Partial<Record<string, unknown>> {
  total: number;
  best: number | null;
  cards: StoredCard[];
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
  ) {}

  async find({ q, wishes, page }: Asked): Promise<Found> {
    const parameters = new Parameters();
    const branches = planBranches(q, this.lexicon, parameters);
    if (!branches.length && q.trim()) return nothing;
    const statement = fallbackStatement(branches, wishes, page, parameters);
    const answer = await this.database.transaction(async (tx) => {
      await tx.query(patience);
      await tx.query(likeness);
      const [row]: { answer: string }[] = await tx.query(statement, parameters.values);
      return JSON.parse(row?.answer ?? '{}') as Answer;
    });
    const { total, best, cards, price } = answer;
    return {
      hits: cards.map((card) => ({ id: card.id, card })),
      total,
      counts: Object.fromEntries(facets.map((facet) => [facet, countsIn(answer[facet])])),
      price: price.min === null || price.max === null ? null : { min: price.min, max: price.max },
      isGuess: branches.length > 0 && best !== null && best < certain,
    };
  }

  async makers(q: string, limit: number): Promise<StoredCard['cooperative'][]> {
    const light = scriptOf(q) === 'arab' ? arabicLight(q) : scriptOf(q) === 'tfng' ? amazighLight(q) : latinLight(q);
    if (!light) return [];
    const rows = await this.database.query<{ cooperative: StoredCard['cooperative'] }>(
      `select distinct on (cooperative_slug) content -> 'card' -> 'cooperative' as cooperative
       from search.document where maker like $1 order by cooperative_slug limit $2`,
      [`% ${light}%`, limit],
    );
    return rows.map(({ cooperative }) => cooperative);
  }
}

const countsIn = (counts: unknown): ReadonlyMap<string, number> =>
  new Map(typeof counts === 'object' && counts ? Object.entries(counts as Record<string, number>) : []);

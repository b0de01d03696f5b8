import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { isWithoutDocuments } from './engine-client.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { engineRequest, facetFields, type PageOfHits } from './engine-request.js';
import { deepestHit } from './index-settings.js';
import type { StoredCard } from './product-card.js';
import type { RankSignals } from './product-document.js';
import { planQuestions, type Question } from './query-plan.js';
import { facets, narrowed, type Facet, type Wishes } from './wishes.js';

interface StoredHit {
  readonly id: string;
  readonly card: StoredCard;
  readonly publishedAt: number;
  readonly rank: RankSignals;
}

export interface EngineHit extends StoredHit {
  /** How well the words fit; 1 is as asked. */
  readonly score: number;
  /** Which kind of question found it best. */
  readonly by: 'words-match' | 'same-thing' | 'similar-words';
}

/** Values of a facet and how many products have them; for the price, its lowest and highest. */
export type FacetCounts = Partial<Record<Facet, ReadonlyMap<string, number>>>;

export interface EngineAnswer {
  readonly hits: readonly EngineHit[];
  readonly total: number;
  readonly counts: FacetCounts;
  readonly price: { readonly min: number; readonly max: number } | null;
  readonly isGuess: boolean;
}

interface FederatedResponse {
  hits: (StoredHit & { _federation?: { weightedRankingScore?: number; queriesPosition?: number } })[];
  estimatedTotalHits?: number;
  facetsByIndex?: Record<
    string,
    { distribution?: Record<string, Record<string, number>>; stats?: Record<string, { min: number; max: number }> }
  >;
}

/** Below this the best answer is only similar: the page asks whether it was meant. */
export const certain = 0.75;

/** The query plan, asked of one index. */
export class ProductSearch {
  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly lexicon: Lexicon,
  ) {}

  async find(q: string, wishes: Wishes, page: PageOfHits, withFacets = true): Promise<EngineAnswer> {
    const plan = planQuestions(q, this.lexicon);
    if (!plan.length && q.trim()) return nothing;
    const ask = (questions: readonly Question[]) =>
      wishes.sort === 'nearest'
        ? this.nearestFirst(questions, wishes, page)
        : this.ask(questions, wishes, page, withFacets);
    if (!plan.length || isByRelevance(wishes)) return ask(plan);
    // In an order of the buyer's own, the worst guess may come first: only what fits is asked for, if anything does.
    const sure = await ask(onlySure(plan));
    return sure.total || page.offset ? sure : { ...(await ask(plan)), isGuess: true };
  }

  /** The counts by province say which of them a page lies in: those are asked, each in the order of relevance. */
  private async nearestFirst(plan: readonly Question[], wishes: Wishes, page: PageOfHits): Promise<EngineAnswer> {
    const counted = await this.ask(plan, { ...wishes, sort: 'relevance' }, { offset: 0, limit: 0 }, true);
    const provinces = (wishes.nearestFirst ?? []).filter(
      (id) => !wishes.province?.length || wishes.province.includes(id),
    );
    const answers = await Promise.all(
      stretchesOf(provinces, counted.counts.province ?? new Map(), page).map(({ province, ...stretch }) =>
        this.ask(plan, { ...wishes, sort: 'relevance', province: [province] }, stretch, false),
      ),
    );
    return { ...counted, hits: answers.flatMap(({ hits }) => hits), isGuess: false };
  }

  private async ask(
    plan: readonly Question[],
    wishes: Wishes,
    { offset, limit }: PageOfHits,
    withFacets: boolean,
  ): Promise<EngineAnswer> {
    const page = { offset: Math.min(offset, deepestHit), limit: Math.max(0, Math.min(limit, deepestHit - offset)) };
    const without = withFacets ? narrowed(wishes) : [];
    // The best hit of all is on the first page; deeper ones do not say how good it was.
    const [best, main, ...others] = await Promise.all([
      page.offset === 0 ? undefined : this.bestScore(plan, wishes),
      this.send(engineRequest(this.uid, plan, wishes, page, withFacets ? facets : [])),
      ...without.map((facet) =>
        this.send(engineRequest(this.uid, plan, wishes, { offset: 0, limit: 0 }, [facet], facet)),
      ),
    ]);
    const score = best === undefined ? scoreOfFirst(main) : best;
    const sources = new Map(without.map((facet, place) => [facet, others[place] ?? main]));
    return {
      hits: main.hits.map(({ _federation, ...hit }) => ({
        ...hit,
        score: _federation?.weightedRankingScore ?? 1,
        by: kindOf(plan[_federation?.queriesPosition ?? 0]),
      })),
      total: Math.min(main.estimatedTotalHits ?? main.hits.length, deepestHit),
      counts: Object.fromEntries(
        facets.map((facet) => [facet, this.distribution(sources.get(facet) ?? main, facetFields[facet])]),
      ),
      price: this.range(sources.get('price') ?? main),
      isGuess: score !== null && isByRelevance(wishes) && plan.length > 0 && score < certain,
    };
  }

  private async bestScore(plan: readonly Question[], wishes: Wishes): Promise<number | null> {
    if (!plan.length || !isByRelevance(wishes)) return null;
    return scoreOfFirst(await this.send(engineRequest(this.uid, plan, wishes, { offset: 0, limit: 1 }, [])));
  }

  private send(request: FederatedMultiSearchParams): Promise<FederatedResponse> {
    const asked = this.client.multiSearch<FederatedMultiSearchParams, StoredHit>(request);
    return unlessEmpty<FederatedResponse>(asked, { hits: [] });
  }

  private distribution(response: FederatedResponse, field: string): ReadonlyMap<string, number> {
    return new Map(Object.entries(response.facetsByIndex?.[this.uid]?.distribution?.[field] ?? {}));
  }

  private range(response: FederatedResponse): EngineAnswer['price'] {
    const { min, max } = response.facetsByIndex?.[this.uid]?.stats?.[facetFields.price] ?? {};
    return min === undefined || max === undefined ? null : { min, max };
  }
}

async function unlessEmpty<T>(asked: Promise<T>, empty: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isWithoutDocuments(error)) return empty;
    throw error;
  }
}

/** Something was asked, and no word of it can be found anywhere. */
export const nothing: EngineAnswer = { hits: [], total: 0, counts: {}, price: null, isGuess: false };

const isByRelevance = ({ sort = 'relevance' }: Wishes): boolean => sort === 'relevance';

const onlySure = (plan: readonly Question[]): Question[] =>
  plan.filter(({ fields }) => !fields.includes('sh.key')).map((question) => ({ ...question, isStrict: true }));

function kindOf(question: Question | undefined): EngineHit['by'] {
  if (question?.fields.includes('sh.key')) return 'similar-words';
  return question?.things ? 'same-thing' : 'words-match';
}

/** A page of a list whose parts stand one after the other, as stretches of its parts. */
export function stretchesOf(
  provinces: readonly string[],
  counts: ReadonlyMap<string, number>,
  { offset, limit }: PageOfHits,
): ({ province: string } & PageOfHits)[] {
  let before = 0;
  return provinces.flatMap((province) => {
    const count = counts.get(province) ?? 0;
    const [from, to] = [Math.max(offset - before, 0), Math.min(offset + limit - before, count)];
    before += count;
    return from < to ? [{ province, offset: from, limit: to - from }] : [];
  });
}

const scoreOfFirst = ({ hits }: FederatedResponse): number | null =>
  hits[0] ? (hits[0]._federation?.weightedRankingScore ?? 1) : null;

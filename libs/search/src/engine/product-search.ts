import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { isWithoutDocuments } from './engine-client.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { engineRequest, facetFields, type PageOfHits } from './engine-request.js';
import { deepestHit } from './index-settings.js';
import type { StoredCard } from './product-card.js';
import type { RankSignals } from './product-document.js';
import { isKnown, planQuestions, type QueryPlan, type Question } from './query-plan.js';
import { titleFit } from './title-fit.js';
import { facets, narrowed, type Facet, type Wishes } from './wishes.js';

interface StoredHit {
  readonly id: string;
  /** A `StoredCard` in JSON; one itself in an index that an earlier version made and a later one replaces soon. */
  readonly card: string | StoredCard;
  readonly publishedAt: number;
  readonly rank: RankSignals;
}

export interface EngineHit extends StoredHit {
  readonly card: StoredCard;
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

/** From here on the engine found the words themselves, all of them and as they are. */
const asTyped = 0.9;

/** The query plan, asked of one index. */
export class ProductSearch {
  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly lexicon: Lexicon,
  ) {}

  async find(q: string, wishes: Wishes, page: PageOfHits, withFacets = true): Promise<EngineAnswer> {
    const plan = planQuestions(q, this.lexicon);
    const ask = (questions: readonly Question[]) =>
      wishes.sort === 'nearest'
        ? this.nearestFirst(questions, wishes, page)
        : this.ask(questions, wishes, page, withFacets);
    if (!plan.sure.length) return q.trim() ? nothing : ask([]);
    if (isByRelevance(wishes)) return this.byRelevance(q, plan, wishes, page, withFacets);
    // In an order of the buyer's own, the worst guess may come first: only what fits is asked for, if anything does.
    const sure = await ask(onlySure(plan.sure));
    if (sure.total || page.offset) return sure;
    return { ...(await ask([...plan.sure, ...plan.guesses])), isGuess: true };
  }

  /** Guesses are asked for only where the words as they stand led nowhere: most searches are a few questions. */
  private async byRelevance(
    q: string,
    { sure, guesses }: QueryPlan,
    wishes: Wishes,
    page: PageOfHits,
    withFacets: boolean,
  ): Promise<EngineAnswer> {
    const isDeep = page.offset > 0;
    const first = isDeep
      ? await this.ask(sure, wishes, { offset: 0, limit: 1 }, false)
      : await this.ask(sure, wishes, page, withFacets);
    const [best] = first.hits;
    const isAsTyped = best?.by === 'words-match' && best.score >= asTyped;
    const isEnough = best !== undefined && (isAsTyped || (best.score >= certain && isKnown(q, this.lexicon)));
    if (isDeep) return this.ask(isEnough ? sure : [...sure, ...guesses], wishes, page, withFacets);
    return inOrderOfFit(q, isEnough ? first : await this.ask([...sure, ...guesses], wishes, page, withFacets));
  }

  /** The counts by province say in which of them a page lies: those are asked, each in the order of relevance. */
  private async nearestFirst(plan: readonly Question[], wishes: Wishes, page: PageOfHits): Promise<EngineAnswer> {
    const counted = await this.ask(plan, { ...wishes, sort: 'relevance' }, { offset: 0, limit: 0 }, true);
    const provinces = (wishes.nearestFirst ?? []).filter(
      (id) => !wishes.province?.length || wishes.province.includes(id),
    );
    const counts = counted.counts.province ?? new Map<string, number>();
    const answers = await Promise.all(
      stretchesOf(ringsOf(provinces), counts, page).map(({ ring, ...stretch }) =>
        this.ask(plan, { ...wishes, sort: 'relevance', province: ring }, stretch, false),
      ),
    );
    const total = provinces.reduce((sum, province) => sum + (counts.get(province) ?? 0), 0);
    return {
      ...counted,
      total: Math.min(counted.total, total),
      hits: answers.flatMap(({ hits }) => hits),
      isGuess: false,
    };
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
      hits: main.hits.map(({ _federation, card, ...hit }) => ({
        ...hit,
        card: typeof card === 'string' ? (JSON.parse(card) as StoredCard) : card,
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

/** Titles that are what was typed come before those that hold it. */
function inOrderOfFit(q: string, answer: EngineAnswer): EngineAnswer {
  const fit = titleFit(q);
  const hits = answer.hits.map((hit) => ({ ...hit, score: hit.score + fit(hit.card.title) }));
  return { ...answer, hits: hits.sort((a, b) => b.score - a.score) };
}

function kindOf(question: Question | undefined): EngineHit['by'] {
  if (question?.fields.includes('sh.key')) return 'similar-words';
  return question?.things ? 'same-thing' : 'words-match';
}

/** So many are asked one by one; farther away a few hundred kilometres more or less are all the same. */
const nearestProvinces = 8;
const provincesOfRing = 9;

/** A page is asked for in few questions, wherever the visitor is. */
function ringsOf(provinces: readonly string[]): string[][] {
  const far = provinces.slice(nearestProvinces);
  const rings = Array.from({ length: Math.ceil(far.length / provincesOfRing) }, (_, place) =>
    far.slice(place * provincesOfRing, (place + 1) * provincesOfRing),
  );
  return [...provinces.slice(0, nearestProvinces).map((id) => [id]), ...rings];
}

/** A page of a list whose parts stand one after the other, as stretches of its parts. */
export function stretchesOf(
  rings: readonly (readonly string[])[],
  counts: ReadonlyMap<string, number>,
  { offset, limit }: PageOfHits,
): ({ ring: readonly string[] } & PageOfHits)[] {
  let before = 0;
  return rings.flatMap((ring) => {
    const count = ring.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    const [from, to] = [Math.max(offset - before, 0), Math.min(offset + limit - before, count)];
    before += count;
    return from < to ? [{ ring, offset: from, limit: to - from }] : [];
  });
}

const scoreOfFirst = ({ hits }: FederatedResponse): number | null =>
  hits[0] ? (hits[0]._federation?.weightedRankingScore ?? 1) : null;

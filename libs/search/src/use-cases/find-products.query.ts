import { Injectable } from '@nestjs/common';
import { topics, type SearchResult } from '@tiwizi/contracts';
import { ReadCache } from '@tiwizi/http';
import { pickText, type Locale } from '@tiwizi/i18n';
import { AnswerSearch } from '../answers/answer-search.js';
import { CooperativeNames } from '../answers/cooperative-names.query.js';
import { cooperativesIn, facetsOf } from '../answers/facet-values.js';
import type { Directory } from '../answers/directory.query.js';
import { hitsFor } from '../answers/hits.js';
import type { Texts } from '../engine/texts.js';
import { deepestHit } from '../engine/index-settings.js';
import { narrowed, type Wishes } from '../engine/wishes.js';
import { Highlighter } from '../highlight/marks.js';
import { ReadPlaces } from '../rank/read-places.query.js';
import { windowFor } from '../rank/ranked-window.js';
import { AssistSearch } from './assist-search.query.js';

export interface ProductQuery {
  readonly q: string;
  readonly wishes: Wishes;
  readonly page: number;
  readonly limit: number;
  /** A region or province the visitor named. */
  readonly near: string | null;
}

/** Whoever tells the engine of products says so; settings of the index are told to nobody, and are seen within five seconds. */
const freshInOrderMs = 3000;
/** Without the engine nobody says anything. */
const freshInNeedMs = 1000;

const nameOfPlace = ({ province, region }: Directory, id: string): Texts =>
  (province.get(id) ?? region.get(id))?.name ?? {};

/** One page of products: what the words find, in an order that is told, with what may be narrowed next. */
@Injectable()
export class FindProducts {
  constructor(
    private readonly search: AnswerSearch,
    private readonly names: CooperativeNames,
    private readonly readPlaces: ReadPlaces,
    private readonly highlighter: Highlighter,
    private readonly assist: AssistSearch,
    private readonly cache: ReadCache,
  ) {}

  execute(query: ProductQuery, locale: Locale): Promise<Buffer> {
    return this.cache.until(`search/find/${JSON.stringify([locale, query])}`, async () => {
      const result = await this.answer(query, locale);
      const freshMs = result.isFallback ? freshInNeedMs : freshInOrderMs;
      return { text: JSON.stringify(result), topics: [topics.search, topics.makers], freshMs };
    });
  }

  private async answer(query: ProductQuery, locale: Locale): Promise<SearchResult> {
    const { q, page, limit } = query;
    const { directory, places } = await this.readPlaces.execute();
    const near = query.near && places.isKnown(query.near) ? query.near : null;
    const wishes = await this.wishesOf(query, near ? places.provincesFrom(near) : null);
    const window = windowFor({ offset: (page - 1) * limit, limit }, Boolean(q) && !wishes.sort);
    const isFirst = page === 1 && Boolean(q);
    const products = this.search.execute({ q, wishes, page: window.asked });
    const [{ found, isFallback }, cooperatives] = await Promise.all([
      products,
      isFirst ? this.assist.cooperatives(q, products, locale) : [],
    ]);
    const isNarrowed = narrowed(wishes).length > 0;
    const [cooperativeNames, proposal] = await Promise.all([
      this.names.of(cooperativesIn(found, wishes)),
      isFirst ? this.assist.proposal(q, found, isNarrowed) : null,
    ]);
    return {
      hits: hitsFor(
        found.hits,
        window,
        { now: new Date(), places, near },
        { locale, marksIn: this.highlighter.asked(q) },
      ),
      total: found.total,
      page,
      pageCount: Math.ceil(Math.min(found.total, deepestHit) / limit),
      facets: facetsOf(found, wishes, directory, cooperativeNames, locale),
      cooperatives,
      proposal,
      near: near ? { id: near, name: pickText(nameOfPlace(directory, near), locale) } : null,
      isFallback,
      isGuess: found.isGuess,
    };
  }

  /** Cooperatives by their slugs; without a place nothing is nearest, and what fits best comes first. */
  private async wishesOf({ wishes }: ProductQuery, nearestFirst: readonly string[] | null): Promise<Wishes> {
    const { sort, ...others } = wishes;
    const cooperative = await this.names.slugsOf(wishes.cooperative ?? []);
    const isSorted = sort && sort !== 'relevance' && (sort !== 'nearest' || nearestFirst);
    return {
      ...others,
      cooperative,
      ...(isSorted && { sort }),
      ...(sort === 'nearest' && nearestFirst && { nearestFirst }),
    };
  }
}

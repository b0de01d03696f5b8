import { Injectable } from '@nestjs/common';
import type { SearchResult } from '@tiwizi/contracts';
import { ReadCache } from '@tiwizi/http';
import type { Locale } from '@tiwizi/i18n';
import { FacetNames } from '../answers/facet-names.query.js';
import { cooperativesIn, facetsOf } from '../answers/facet-values.js';
import { EngineAnswers } from '../answers/engine-answers.js';
import type { Asked, Found } from '../answers/found.js';
import { EngineAway } from '../engine/engine-connection.js';
import { deepestHit } from '../engine/index-settings.js';
import { cardFor } from '../engine/product-card.js';
import type { Wishes } from '../engine/wishes.js';
import { FallbackAnswers } from '../fallback/fallback-answers.js';

export interface ProductQuery {
  readonly q: string;
  readonly wishes: Wishes;
  readonly page: number;
  readonly limit: number;
}

/** The engine answers; while it is away PostgreSQL does, and the page says so. */
@Injectable()
export class FindProducts {
  constructor(
    private readonly engine: EngineAnswers,
    private readonly fallback: FallbackAnswers,
    private readonly names: FacetNames,
    private readonly cache: ReadCache,
  ) {}

  execute(query: ProductQuery, locale: Locale): Promise<Buffer> {
    return this.cache.answer(`search/find/${JSON.stringify([locale, query])}`, 1000, async () =>
      JSON.stringify(await this.answer(query, locale)),
    );
  }

  private async answer(query: ProductQuery, locale: Locale): Promise<SearchResult> {
    const { q, page, limit } = query;
    const cooperative = await this.names.slugsOf(query.wishes.cooperative ?? []);
    const wishes = { ...query.wishes, cooperative };
    const offset = (page - 1) * limit;
    const { found, isFallback } = await this.find({ q, wishes, page: { offset, limit } });
    const nameOf = await this.names.forValues(cooperativesIn(found, wishes), locale);
    return {
      hits: found.hits.map(({ card }) => ({
        ...cardFor(card, locale),
        provinceId: '',
        isWomenLed: false,
        labelIds: [],
        titleMarks: [],
        why: [],
        distanceKm: null,
      })),
      total: found.total,
      page,
      pageCount: Math.ceil(Math.min(found.total, deepestHit) / limit),
      facets: facetsOf(found, wishes, nameOf, locale),
      cooperatives: [],
      proposal: null,
      near: null,
      isFallback,
      isGuess: found.isGuess,
    };
  }

  private async find(asked: Asked): Promise<{ found: Found; isFallback: boolean }> {
    try {
      return { found: await this.engine.find(asked), isFallback: false };
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      return { found: await this.fallback.find(asked), isFallback: true };
    }
  }
}

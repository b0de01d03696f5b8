import { Injectable } from '@nestjs/common';
import { ReadCache } from '@tiwizi/http';
import { pickText, type Locale, type LocalizedText } from '@tiwizi/i18n';
import { EngineAnswers } from '../answers/engine-answers.js';
import type { StoredCard } from '../engine/product-card.js';
import { EngineAway } from '../engine/engine-connection.js';
import { FallbackAnswers } from '../fallback/fallback-answers.js';

/** At most eight in all. */
const mostProducts = 5;
const mostCooperatives = 3;
/** Many sizes of one product carry one title. */
const looked = 20;

export interface Suggestions {
  readonly products: { slug: string; title: LocalizedText; titleMarks: [] }[];
  readonly cooperatives: { slug: string; name: LocalizedText; nameMarks: [] }[];
  readonly categories: [];
  readonly regions: [];
}

interface Found {
  readonly cards: StoredCard[];
  readonly makers: StoredCard['cooperative'][];
}

/** What may be meant while it is still being typed. */
@Injectable()
export class Suggest {
  constructor(
    private readonly engine: EngineAnswers,
    private readonly fallback: FallbackAnswers,
    private readonly cache: ReadCache,
  ) {}

  execute(q: string, locale: Locale): Promise<Buffer> {
    const text = q.trim();
    return this.cache.answer(`search/suggest/${JSON.stringify([locale, text])}`, 1000, async () =>
      JSON.stringify(await this.suggestions(text, locale)),
    );
  }

  private async suggestions(q: string, locale: Locale): Promise<Suggestions> {
    const { cards, makers } = q ? await this.find(q) : { cards: [], makers: [] };
    const titled = cards.map(({ slug, title }) => ({ slug, title: pickText(title, locale), titleMarks: [] as [] }));
    const distinct = titled.filter(
      ({ title }, place) => titled.findIndex((other) => other.title.text === title.text) === place,
    );
    return {
      products: distinct.slice(0, mostProducts),
      cooperatives: makers.map(({ slug, name }) => ({ slug, name: pickText(name, locale), nameMarks: [] })),
      categories: [],
      regions: [],
    };
  }

  private async find(q: string): Promise<Found> {
    try {
      return await this.ask(
        () => this.engine.find({ q, wishes: {}, page: { offset: 0, limit: looked } }, false),
        () => this.engine.makers(q, mostCooperatives),
      );
    } catch (error) {
      if (!(error instanceof EngineAway)) throw error;
      return this.ask(
        () => this.fallback.find({ q, wishes: {}, page: { offset: 0, limit: looked } }),
        () => this.fallback.makers(q, mostCooperatives),
      );
    }
  }

  private async ask(
    products: () => Promise<{ hits: readonly { card: StoredCard }[] }>,
    cooperatives: () => Promise<StoredCard['cooperative'][]>,
  ): Promise<Found> {
    const [{ hits }, makers] = await Promise.all([products(), cooperatives()]);
    return { cards: hits.map(({ card }) => card), makers };
  }
}

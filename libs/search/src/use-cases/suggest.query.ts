import { Injectable } from '@nestjs/common';
import { Suggest as Contract, type ResponseOf } from '@tiwizi/contracts';
import { ReadCache } from '@tiwizi/http';
import { pickText, type Locale } from '@tiwizi/i18n';
import { AnswerSearch } from '../answers/answer-search.js';
import { ReadDirectory, type Directory } from '../answers/directory.query.js';
import { cardFor } from '../engine/product-card.js';
import type { Texts } from '../engine/texts.js';
import { Highlighter, type Mark } from '../highlight/marks.js';
import { FindMakers } from '../makers/find-makers.query.js';
import { beginsLike } from '../words/begins-like.js';

export type Suggestions = ResponseOf<typeof Contract>;

/** At most eight in all; categories and regions leave their places to products when they have nothing to say. */
const most = { all: 8, cooperatives: 3, categories: 2, regions: 1 };
/** Many sizes of one product carry one title. */
const looked = 12;

/** What may be meant while it is still being typed. */
@Injectable()
export class Suggest {
  constructor(
    private readonly search: AnswerSearch,
    private readonly makers: FindMakers,
    private readonly directory: ReadDirectory,
    private readonly highlighter: Highlighter,
    private readonly cache: ReadCache,
  ) {}

  execute(q: string, locale: Locale): Promise<Buffer> {
    const text = q.trim();
    return this.cache.answer(`search/suggest/${JSON.stringify([locale, text])}`, 1000, async () =>
      JSON.stringify(await this.suggestions(text, locale)),
    );
  }

  private async suggestions(q: string, locale: Locale): Promise<Suggestions> {
    if (!q) return { products: [], cooperatives: [], categories: [], regions: [] };
    const [{ found }, makers, directory] = await Promise.all([
      this.search.execute({ q, wishes: {}, page: { offset: 0, limit: looked } }, false),
      this.makers.named(q, {}, { offset: 0, limit: most.cooperatives }),
      this.directory.execute(),
    ]);
    const marksIn = this.highlighter.asked(q);
    const categories = named(directory.category, q, locale, marksIn).slice(0, most.categories);
    const regions = named(directory.region, q, locale, marksIn).slice(0, most.regions);
    const cooperatives = makers.hits.map(({ maker: { slug, name: names, place, emblem } }) => {
      const name = pickText(names, locale);
      return { slug, name, nameMarks: marksIn(name.text), place: pickText(place, locale), emblem };
    });
    const titles = new Set<string>();
    const products = found.hits.flatMap(({ card }) => {
      const { slug, title, picture, price } = cardFor(card, locale);
      if (titles.has(title.text)) return [];
      titles.add(title.text);
      return [{ slug, title, titleMarks: marksIn(title.text), picture, price }];
    });
    const places = most.all - cooperatives.length - categories.length - regions.length;
    return { products: products.slice(0, places), cooperatives, categories, regions };
  }
}

/** Categories and regions by the beginning of a word of their names, in any language; the shown one is the reader's. */
function named(
  entries: Directory['category' | 'region'],
  q: string,
  locale: Locale,
  marksIn: (text: string) => Mark[],
): Suggestions['regions'] {
  return [...entries].flatMap(([id, { name: texts }]: [string, { name: Texts }]) => {
    if (!Object.values(texts).some((text) => beginsLike(text, q))) return [];
    const name = pickText(texts, locale);
    return [{ id, name, nameMarks: marksIn(name.text) }];
  });
}

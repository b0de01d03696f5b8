import { Injectable } from '@nestjs/common';
import { ReadCache } from '@tiwizi/http';
import type { Locale } from '@tiwizi/i18n';
import { FindMakers, type MakerWishes } from '../makers/find-makers.query.js';
import { MakerHits } from '../makers/maker-hits.js';

export interface CooperativeQuery {
  readonly q: string;
  readonly wishes: MakerWishes;
  readonly page: number;
  readonly limit: number;
}

@Injectable()
export class FindCooperatives {
  constructor(
    private readonly makers: FindMakers,
    private readonly hits: MakerHits,
    private readonly cache: ReadCache,
  ) {}

  execute(query: CooperativeQuery, locale: Locale): Promise<Buffer> {
    return this.cache.answer(`search/cooperatives/${JSON.stringify([locale, query])}`, 1000, async () => {
      const { q, wishes, page, limit } = query;
      const found = await this.makers.execute(q, wishes, { offset: (page - 1) * limit, limit });
      const { total } = found;
      return JSON.stringify({
        hits: this.hits.for(found, q, locale),
        total,
        page,
        pageCount: Math.ceil(total / limit),
      });
    });
  }
}

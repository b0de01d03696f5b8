import { Injectable } from '@nestjs/common';
import { EngineConnection } from '../engine/engine-connection.js';
import { ProductSearch } from '../engine/product-search.js';
import { Lexicon } from '../lexicon/lexicon.js';
import type { Asked, Found } from './found.js';

/** What the search engine finds; throws `EngineAway` when it is not there to find anything. */
@Injectable()
export class EngineAnswers {
  constructor(
    private readonly connection: EngineConnection,
    private readonly lexicon: Lexicon,
  ) {}

  find({ q, wishes, page }: Asked, withFacets = true): Promise<Found> {
    return this.connection.read((reader) => this.over(reader).find(q, wishes, page, withFacets));
  }

  private over(reader: EngineConnection['reader']): ProductSearch {
    return new ProductSearch(reader, this.connection.indexName, this.lexicon);
  }
}

import { Module } from '@nestjs/common';
import { EngineAnswers } from './answers/engine-answers.js';
import { FacetNames } from './answers/facet-names.query.js';
import { EngineConnection } from './engine/engine-connection.js';
import { FallbackAnswers } from './fallback/fallback-answers.js';
import { SearchController } from './http/search.controller.js';
import { BuildIndex } from './index-life/build-index.js';
import { CompareIndex } from './index-life/compare-index.js';
import { EnsureIndex } from './index-life/ensure-index.js';
import { IndexChanges } from './index-life/index-changes.js';
import {
  IndexAvailability,
  IndexCooperative,
  IndexPublishedProduct,
  RemoveWithdrawnProduct,
} from './index-life/index-events.js';
import { IndexProducts } from './index-life/index-products.js';
import { RefreshDocuments } from './index-life/refresh-documents.js';
import { CatchUp, CompareNightly } from './index-life/schedules.js';
import { Lexicon } from './lexicon/lexicon.js';
import { SearchApi } from './search.api.js';
import { FindProducts } from './use-cases/find-products.query.js';
import { Suggest } from './use-cases/suggest.query.js';

@Module({
  controllers: [SearchController],
  providers: [
    SearchApi,
    FindProducts,
    Suggest,
    EngineAnswers,
    FallbackAnswers,
    FacetNames,
    EngineConnection,
    { provide: Lexicon, useFactory: () => new Lexicon() },
    RefreshDocuments,
    IndexChanges,
    IndexProducts,
    BuildIndex,
    EnsureIndex,
    CompareIndex,
    CatchUp,
    CompareNightly,
    IndexPublishedProduct,
    RemoveWithdrawnProduct,
    IndexAvailability,
    IndexCooperative,
  ],
  exports: [SearchApi],
})
export class SearchModule {}

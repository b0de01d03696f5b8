import { Module } from '@nestjs/common';
import { EngineAnswers } from './answers/engine-answers.js';
import { EngineConnection } from './engine/engine-connection.js';
import { FallbackAnswers } from './fallback/fallback-answers.js';
import { AnswerSearch } from './answers/answer-search.js';
import { CooperativeNames } from './answers/cooperative-names.query.js';
import { ReadDirectory } from './answers/directory.query.js';
import { Highlighter } from './highlight/marks.js';
import { SearchAdminController } from './http/search-admin.controller.js';
import { FindMakers } from './makers/find-makers.query.js';
import { FillMakers, RefreshChangedMaker, RefreshMakersNightly } from './makers/maker-events.js';
import { MakerHits } from './makers/maker-hits.js';
import { RefreshMakers } from './makers/refresh-makers.js';
import { ForgetMissedWords, MissedWords } from './missed/missed-words.js';
import { ReadPlaces } from './rank/read-places.query.js';
import { LearnAllWords, LearnNewWords, LearnWords } from './spelling/learn-words.js';
import { ProposeSpelling } from './spelling/propose-spelling.query.js';
import { AddSynonyms } from './synonyms/add-synonyms.js';
import { ChangeSynonyms } from './synonyms/change-synonyms.js';
import { CompareSynonyms, EngineSynonyms, PushSynonyms } from './synonyms/engine-synonyms.js';
import { ListSynonymsQuery } from './synonyms/list-synonyms.query.js';
import { RemoveSynonyms } from './synonyms/remove-synonyms.js';
import { SynonymBook } from './synonyms/synonym-book.js';
import { AssistSearch } from './use-cases/assist-search.query.js';
import { FindCooperatives } from './use-cases/find-cooperatives.query.js';
import { SearchController } from './http/search.controller.js';
import { BuildIndex } from './index-life/build-index.js';
import { BuildTurn } from './index-life/build-turn.js';
import { ChangeTries } from './index-life/change-tries.js';
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
import { IndexPump } from './index-life/index-pump.js';
import { ReadChanges } from './index-life/read-changes.js';
import { RefreshDocuments } from './index-life/refresh-documents.js';
import { CatchUp, CompareNightly } from './index-life/schedules.js';
import { Lexicon } from './lexicon/lexicon.js';
import { SearchApi } from './search.api.js';
import { FindProducts } from './use-cases/find-products.query.js';
import { Suggest } from './use-cases/suggest.query.js';

@Module({
  controllers: [SearchController, SearchAdminController],
  providers: [
    SearchApi,
    FindProducts,
    Suggest,
    EngineAnswers,
    FallbackAnswers,
    AnswerSearch,
    CooperativeNames,
    ReadDirectory,
    ReadPlaces,
    AssistSearch,
    FindCooperatives,
    { provide: Highlighter, useFactory: (lexicon: Lexicon) => new Highlighter(lexicon), inject: [Lexicon] },
    FindMakers,
    MakerHits,
    RefreshMakers,
    RefreshChangedMaker,
    FillMakers,
    RefreshMakersNightly,
    ProposeSpelling,
    LearnWords,
    LearnNewWords,
    LearnAllWords,
    MissedWords,
    ForgetMissedWords,
    AddSynonyms,
    ChangeSynonyms,
    RemoveSynonyms,
    ListSynonymsQuery,
    SynonymBook,
    EngineSynonyms,
    PushSynonyms,
    CompareSynonyms,
    EngineConnection,
    { provide: Lexicon, useFactory: () => new Lexicon() },
    RefreshDocuments,
    IndexChanges,
    ChangeTries,
    ReadChanges,
    IndexPump,
    IndexProducts,
    BuildTurn,
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

/**
 * @tiwizi/search: finding what is for sale, in every script.
 *
 * Owns the index in the search engine (a disposable copy of what is published), the lexicon and the rules of words
 * (`src/lexicon`, `src/words`), the plan by which a query is asked, the facets, and the tables of its own schema from
 * which PostgreSQL answers while the engine is away.
 *
 * Rules: a document says what PostgreSQL says now, whatever event announced it; nothing counts as indexed before the
 * engine has finished its task; an index of other settings or another lexicon is built again by itself, beside the
 * living one; a difference that slipped in is found and healed by a scheduled comparison. Nothing a visitor types
 * is an error.
 */
export { SearchTrial, type TrialProduct } from './relevance/search-trial.js';
export { scoreTable, type JudgedQuery, type Score, type ScoreTable } from './relevance/score.js';
export { SearchApi } from './search.api.js';
export { SearchModule } from './search.module.js';
export { searchMigrations } from './persistence/migrations/index.js';
